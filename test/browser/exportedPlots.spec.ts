/** What is exported is what is on the screen: its facts, and every mark of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { chooseFile, download } from './fileActions.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, eventNames } from './journey.ts';

/** Two channels of different shapes; some samples of both missing, each with spikes of its own. */
const ROWS = 2400;
const TABLE = `t [s],alpha [g],beta [degC]\n${Array.from({ length: ROWS }, (_, i) => {
  if (i >= 1500 && i < 1700) return '';
  const alpha = [900, 1300, 2000].includes(i) ? 12 : Math.sin(i / 20) + 0.2 * Math.sin(i * 1.7);
  const beta = [1100, 2100].includes(i) ? 90 : 40 + ((i * 7919) % 101) / 50;
  return `${(i / 50).toFixed(2)},${alpha.toFixed(4)},${beta.toFixed(4)}\n`;
}).join('')}`;

/** In px, as the page is laid out for it. */
const A4_BETWEEN_MARGINS = { width: 688, height: 1000 };

const PICTURES = 'test-results/exports';

const fit = (page: Page) => page.getByRole('region', { name: 'Weibull fit' });
const plot = (page: Page) => fit(page).getByRole('img', { name: /\S/ });
const strips = (page: Page) => page.getByRole('group', { name: 'Plots' }).getByRole('img');

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await chooseFile(page, {
    name: 'two.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(TABLE),
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('region', { name: 'Import' })).toContainText('Read two.csv');
  await expect(fit(page)).toContainText('the limit is');
  // What was read of the file lies over the list until it is put away.
  const notices = page.getByRole('button', { name: 'Dismiss notice' });
  for (let left = await notices.count(); left > 0; left -= 1) await notices.first().click();
  await expect(notices).toHaveCount(0);
});

/** Of the tables' words those that stand on more than one line. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.locator('th, td').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const text = cell.querySelector('bdi')?.firstChild ?? cell.firstChild;
      return [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text as Text, index);
        range.setEnd(text as Text, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      });
    }),
  );

/** How many elements an SVG has, and what it says. */
async function looked(page: Page, item: string) {
  const text = readFileSync(await download(page, item), 'utf8');
  // To be looked at.
  const title = /<title id="title">([^<]*)</.exec(text)?.[1] ?? '';
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/${title.replace(/\W+/g, '-')}.svg`, text);
  expect(text).not.toContain('NaN');
  const parsed = await page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const words = (selector: string) =>
      [...root.querySelectorAll(selector)].map((element) => element.textContent ?? '');
    const parts: Record<string, number> = {};
    for (const group of root.querySelectorAll('g[class]')) {
      const name = group.getAttribute('class') ?? '';
      parts[name] = (parts[name] ?? 0) + 1;
    }
    return {
      broken: root.querySelector('parsererror') !== null,
      parts,
      texts: words('text'),
      flags: words('g.flag title'),
    };
  }, text);
  expect(parsed.broken).toBe(false);
  const description = /<desc id="desc">([^<]*)</.exec(text)?.[1];
  return { ...parsed, title, description };
}

/** A number said in a strip's description, all strips together. */
async function said(target: Locator, words: RegExp): Promise<number> {
  const labels = await target.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
  return labels
    .flatMap((label) => [...label.matchAll(new RegExp(words, 'g'))])
    .reduce((sum, match) => sum + Number(match[1]), 0);
}

/** The words that describe the strips, once they say what the newest view holds. */
async function described(page: Page): Promise<string[]> {
  // They are said anew every second.
  await page.waitForTimeout(1500);
  return strips(page).evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
}

const withoutTime = (words: string) => words.replace(/(live, the last|paused at) [^,.]*/g, '');

test('the strips: names, numbers, marks, gaps and labels', async ({ page }) => {
  await eventNames(page).first().press('1');
  const words = await described(page);
  const outliers = await said(strips(page), /(\d+) outlier/);
  const alarms = await said(strips(page), /(\d+) alarm/);
  const collective = await said(strips(page), /(\d+) collective/);
  expect(outliers).toBeGreaterThanOrEqual(5);

  const { title, description, parts, texts, flags } = await looked(page, 'Signal as SVG');
  expect(title).toBe('two.csv: alpha (g), beta (°C)');
  for (const each of words) {
    for (const part of withoutTime(each).split(', '))
      expect(description).toContain(part.replace(/\.$/, ''));
  }
  expect(parts.signal).toBe(2);
  expect(parts.limits).toBe(2);
  expect(parts.outlier).toBe(outliers);
  // One flag may stand for several.
  expect(flags.reduce((sum, each) => sum + Number.parseInt(each, 10), 0)).toBe(alarms);
  expect(parts.collective ?? 0).toBe(collective);
  expect(parts.gap).toBe(2);
  expect(parts.label).toBe(1);
  expect(texts).toEqual(
    expect.arrayContaining(['alpha (g)', 'beta (°C)', 'true anomaly', '200 lost']),
  );
});

test('typed limits and the overlaid layout', async ({ page }) => {
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('textbox', { name: 'alpha, smallest y' }).fill('-30');
  await page.getByRole('textbox', { name: 'alpha, largest y' }).fill('30');
  await page.getByText('overlaid', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(strips(page)).toHaveCount(1);
  await expect(strips(page)).toHaveAccessibleName(/alpha.*y from −30\.00 to 30\.00.*beta/);
  const outliers = await said(strips(page), /(\d+) outlier/);
  const { description, parts, texts } = await looked(page, 'Signal as SVG');
  expect(description).toContain('y from −30.00 to 30.00');
  expect(parts.signal).toBe(2);
  expect(parts.limits).toBe(2);
  expect(parts.outlier).toBe(outliers);
  // Time with its zone, and one each side.
  expect(parts.axis).toBe(4);
  expect(texts).toEqual(expect.arrayContaining(['−20', '20', 'beta (°C), right axis']));
});

test('the report of a dark screen is for white paper, and holds what the screen shows; the teacher’s sheets, too, are accessible', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(eventNames(page).first()).toBeVisible();
  const listed = await eventNames(page).count();
  const text = readFileSync(await download(page, 'Report as HTML'), 'utf8');
  const paper = await context.newPage();
  const complaints: string[] = [];
  paper.on('console', (message) => complaints.push(message.text()));
  await paper.setContent(text);
  await expect(paper.getByRole('heading', { name: 'Tidemark report: two.csv' })).toBeVisible();
  await expect(paper.getByRole('img', { name: 'two.csv: alpha (g), beta (°C)' })).toBeVisible();
  await expect(paper.getByRole('img', { name: 'two.csv: Weibull fit of alpha' })).toBeVisible();
  const anomalies = paper.locator('section', { hasText: 'events in this range' });
  await expect(anomalies.locator('tbody tr')).toHaveCount(listed);
  // The panel behind the plots, in the light theme's colour.
  await expect(paper.locator('svg path').first()).toHaveAttribute('fill', /^#(fff){1,2}$/);
  expect(complaints).toEqual([]);
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/report.html`, text);
  await expectAccessible(paper, { state: 'report' });
  expect(await brokenWords(paper)).toEqual([]);
  await paper.emulateMedia({ media: 'print' });
  await paper.setViewportSize(A4_BETWEEN_MARGINS);
  expect(await brokenWords(paper)).toEqual([]);
  // A word that is longer than any column is, and the page stays as wide as the paper.
  const name = anomalies.getByRole('cell').nth(1);
  await name.evaluate((cell) => cell.replaceChildren('w'.repeat(300)));
  expect(await brokenWords(paper)).toEqual(['w'.repeat(300)]);
  const sideways = await paper.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(sideways).toBe(0);
  await paper.screenshot({ path: `${PICTURES}/report.png`, fullPage: true });
  for (const sheet of ['Teacher’s sheet in English', 'Folha do professor em português']) {
    const arriving = page.waitForEvent('download');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Search commands' }).fill(sheet);
    await page.keyboard.press('Enter');
    await paper.setContent(readFileSync(await (await arriving).path(), 'utf8'));
    await expect(paper.getByRole('heading', { name: 'Tidemark: ' })).toBeVisible();
    await expectAccessible(paper, { state: sheet });
  }
});

test('a hidden channel is not in the picture', async ({ page }) => {
  await page
    .getByRole('button', { name: /^(Hide|Show)?\s*alpha/ })
    .first()
    .click();
  await expect(strips(page)).toHaveCount(1);
  const { title, parts } = await looked(page, 'Signal as SVG');
  expect(title).toBe('two.csv: beta (°C)');
  expect(parts.signal).toBe(1);
});

for (const channel of ['alpha', 'beta']) {
  test(`the fit of ${channel}, tab by tab`, async ({ page }) => {
    await page.getByLabel('Channel of the Weibull fit').selectOption(channel);
    const figure = async (place: number) =>
      (await fit(page).getByRole('definition').nth(place).textContent()) ?? '';
    const summary = async () => (await plot(page).getAttribute('aria-label')) ?? '';

    const shape = await figure(0);
    const q = await figure(4);
    const cdf = await looked(page, 'Weibull as SVG');
    expect(cdf.title).toBe(`two.csv: Weibull fit of ${channel}`);
    expect(cdf.description).toContain(await summary());
    expect(cdf.description).toContain(`shape ${shape}`);
    expect(cdf.description).toContain(`at ${q}`);
    expect(cdf.parts).toMatchObject({ 'block-maximum': 5, curve: 1, threshold: 3, newest: 1 });

    await fit(page).getByText('Paper', { exact: true }).click();
    await expect(plot(page)).toHaveAccessibleName(/probability paper/);
    const paper = await looked(page, 'Weibull as SVG');
    expect(paper.title).toBe(`two.csv: Weibull probability paper of ${channel}`);
    expect(paper.description).toContain(await summary());
    expect(paper.parts).toMatchObject({ 'block-maximum': 5, curve: 1 });
    expect(paper.parts.threshold).toBeUndefined();
    expect(paper.texts).toContain('block maximum less η (log)');

    await fit(page).getByText('GEV', { exact: true }).click();
    await expect(plot(page)).toHaveAccessibleName(/^Histogram of \d+ block maxima/);
    const gev = await looked(page, 'Weibull as SVG');
    expect(gev.title).toBe(`two.csv: GEV of ${channel}`);
    expect(gev.description).toContain(await summary());
    expect(gev.texts.join(' ')).toContain(`shape ${await figure(0)}`);
    const maxima = Number(/\d+/.exec(await summary())?.[0]);
    expect(gev.parts).toMatchObject({ histogram: Math.ceil(Math.sqrt(maxima)), curve: 1 });

    const png = readFileSync(await download(page, 'Weibull as PNG'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');

    // The moment of an event.
    await anomalyRows(page)
      .filter({ hasText: channel })
      .getByRole('button', { name: /^Show (new )?alarm/ })
      .first()
      .click();
    await expect(plot(page)).toHaveAccessibleName(new RegExp(`^Why ${channel} alarmed at `));
    const why = await looked(page, 'Weibull as SVG');
    expect(why.title).toBe(`two.csv: ${(await summary()).split(/: /)[0]}`);
    expect(why.description).toContain(await summary());
    const figures = await fit(page)
      .locator('dl > div')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' ')),
      );
    expect(figures.length).toBeGreaterThanOrEqual(6);
    for (const each of figures) expect(why.description).toContain(each);
    expect(why.parts).toMatchObject({ 'block-maximum': 5, curve: 1, threshold: 3, newest: 1 });

    // A season of its own; the other channel repeats nothing that would be taken for one.
    if (channel !== 'alpha') return;
    await fit(page).getByText('Season', { exact: true }).click();
    await fit(page).getByRole('button', { name: 'Look for a period' }).click();
    await fit(page).getByRole('button', { name: 'Use it' }).click();
    await expect(plot(page)).toHaveAccessibleName(/^Usual course of .* learned from 18 cycles/);
    const season = await looked(page, 'Weibull as SVG');
    expect(season.title).toBe(`two.csv: Season of ${channel}`);
    expect(season.description).toContain(await summary());
    expect(season.description).toMatch(new RegExp(`${channel}: season \\d+ ms`));
    expect(season.parts).toMatchObject({ curve: 1, newest: 1 });
  });
}
