/** What a step of the tour is about is in sight beside the tour's words, also with the hint for who is stuck. */
import type { Page } from '@playwright/test';
import { LANGUAGE_TAGS, type Language, speak } from '../../src/language/spoken.ts';
import { CHAPTERS, type StepId } from '../../src/tour/steps.ts';
import { CHAPTER_WORDS, TOUR_BUTTON_WORDS } from '../../src/ui/tour/buttonWords.ts';
import { wordsOf } from '../../src/ui/tour/stepWords.ts';
import { STUCK_AFTER_MS } from '../../src/ui/tour/useStuck.ts';
import { TOUR_WORDS } from '../../src/ui/tour/words.ts';
import { expect, test } from './fixtures.ts';
import { press, pressInTour, showMe, tabTo } from './tourWalk.ts';

/** The hint comes so long after its step here: when what the step is about has been brought into sight. */
const SOON_MS = 800;

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** Portuguese has the longer words. */
const TRIED: readonly (readonly [Language, (typeof SIZES)[number]])[] = [
  ...SIZES.map((size) => ['pt', size] as const),
  ['en', { width: 390, height: 844 }],
];

/** A machine that turns and has learned is past these, or soon will be. */
const PASSED: readonly StepId[] = ['learn', 'names-open', 'names-learn'];

// Other specs run in the same process, and read English.
test.afterEach(() => speak('en'));

for (const [language, viewport] of TRIED) {
  test.describe(`${viewport.width} × ${viewport.height}, ${language}`, () => {
    test.use({ viewport, locale: LANGUAGE_TAGS[language] });

    test('no word of the tour lies over what a step is about', async ({ page }) => {
      test.setTimeout(200_000);
      speak(language);
      await page.addInitScript(hurryHints, { afterMs: STUCK_AFTER_MS, soonMs: SOON_MS });
      await page.goto('/');
      await tabTo(page, TOUR_BUTTON_WORDS.start);
      await press(page, 'Enter');
      for (const step of [...CHAPTERS.loop, ...CHAPTERS.names]) {
        if (PASSED.includes(step)) continue;
        await expect(page.locator('[data-tour-bar]')).toHaveAttribute('data-tour-bar', step, {
          timeout: 60_000,
        });
        await expectInSight(page, step);
        await goOn(page, step);
      }
    });
  });
}

/** In the page: what waits for as long as a hint does waits less. */
function hurryHints({ afterMs, soonMs }: { afterMs: number; soonMs: number }): void {
  const set = window.setTimeout.bind(window);
  const hurried = (then: TimerHandler, ms?: number, ...rest: unknown[]) =>
    set(then, ms === afterMs ? soonMs : ms, ...rest);
  Object.defineProperty(window, 'setTimeout', { value: hurried });
}

/** As a person would, or past what takes long. */
async function goOn(page: Page, step: StepId): Promise<void> {
  if (step === 'end') await pressInTour(page, CHAPTER_WORDS.names);
  else if (step === 'names-end') await pressInTour(page, TOUR_WORDS.finish);
  else if (step === 'open' || step === 'spike' || step === 'why') {
    await showMe(page);
    await press(page, 'Enter');
  } else if (step === 'delta') {
    await showMe(page);
    await press(page, 'ArrowUp');
  } else {
    // Out of the field, in which T is typed.
    if (step === 'revert') await press(page, 'Tab');
    await pressInTour(page, TOUR_WORDS.skip);
  }
}

async function expectInSight(page: Page, step: StepId): Promise<void> {
  const { hint } = wordsOf(step);
  if (hint !== '') await expect(page.locator('[data-tour-hint]'), step).toHaveText(hint);
  await expect.poll(() => page.evaluate(sight), { message: step, timeout: 3000 }).toEqual([]);
  if (step !== 'names-train') return;
  // Its tab first, then its button.
  await showMe(page);
  await press(page, 'Enter');
  await expect(page.locator('[data-tour="train"][data-tour-now]')).toBeVisible();
  await expect.poll(() => page.evaluate(sight), { message: step, timeout: 3000 }).toEqual([]);
}

/** In the page: what is amiss. */
function sight(): readonly string[] {
  const bar = document.querySelector('[data-tour-bar]')?.getBoundingClientRect();
  const target = document.querySelector('[data-tour-now]');
  const amiss: string[] = [];
  if (!bar) return ['no bar'];
  if (bar.left < 0 || bar.top < 0 || bar.right > innerWidth || bar.bottom > innerHeight) {
    amiss.push('the bar is cut off by the window');
  }
  if (!target) return amiss;
  const { left, top, right, bottom } = target.getBoundingClientRect();
  const isBeside = right <= bar.left || left >= bar.right || bottom <= bar.top || top >= bar.bottom;
  if (!isBeside) amiss.push(`the bar covers it: ${bar.bottom} is below ${top}`);
  // A control is seen whole, of a panel its beginning, which is where one reads on.
  const isPanel = bottom - top > innerHeight / 4;
  const rows = isPanel ? [top + 12] : [top + 3, (top + bottom) / 2, bottom - 3];
  for (const y of rows) {
    for (const x of [left + 4, (left + right) / 2, right - 4]) {
      const over = document.elementFromPoint(x, y);
      if (!target.contains(over)) {
        amiss.push(`at ${Math.round(x)}, ${Math.round(y)} is ${over?.outerHTML.slice(0, 90)}`);
      }
    }
  }
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(target);
  // A panel's ring is no outline of its own.
  if (outlineStyle === 'none') return amiss;
  const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
  for (let around = target.parentElement; around; around = around.parentElement) {
    const { display, overflowX, overflowY } = getComputedStyle(around);
    if (display === 'contents') continue;
    const edge = around.getBoundingClientRect();
    const isCut =
      (overflowX !== 'visible' && (left - ring < edge.left || right + ring > edge.right)) ||
      (overflowY !== 'visible' && (top - ring < edge.top || bottom + ring > edge.bottom));
    if (isCut) amiss.push(`its ring is cut off by ${around.outerHTML.slice(0, 90)}`);
  }
  return amiss;
}
