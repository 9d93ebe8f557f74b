/** Names that turn the direction of what stands beside them. */
import { expect, test } from '@playwright/test';
import { expectShown } from './shown.ts';

test('a value reads from left to right beside a name that turns the direction', async ({
  page,
}) => {
  await page.goto('/?state=names-turning&language=en');
  await expectShown(page, 'names-turning', []);
  const strip = page.locator('[data-channels="0"]');
  await expect(strip).toContainText('0.00');
  const lefts = await strip.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.textContent !== '0.00') continue;
      return [...'0.00'].map((_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    }
    return [];
  });
  expect(lefts).toHaveLength(4);
  expect(lefts).toEqual([...lefts].sort((one, other) => one - other));
});
