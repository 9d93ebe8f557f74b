/** Names that are longer than a screen is wide. */
import { expect, test } from '@playwright/test';
import { expectShown } from './shown.ts';

for (const width of [1440, 390]) {
  test(`${width} px: the button of a channel ends where its toolbar does`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/?state=names-long&language=en');
    await expectShown(page, 'names-long', []);
    const chips = page.getByRole('group', { name: 'Channels shown' });
    const beyond = await chips.evaluate((group) =>
      [...group.querySelectorAll('button')].map(
        (button) => button.getBoundingClientRect().right - group.getBoundingClientRect().right,
      ),
    );
    expect(beyond).toHaveLength(2);
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
  });
}

test('what the first rows of a file are is read whole beside the longest names', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?state=import-names-long&language=pt');
  await expectShown(page, 'import-names-long', []);
  const beyond = await page.locator('caption').evaluate((caption) => {
    const words = document.createRange();
    words.selectNodeContents(caption);
    const room = caption.closest('section')?.getBoundingClientRect();
    return words.getBoundingClientRect().right - (room?.right ?? 0);
  });
  expect(beyond).toBeLessThan(0);
});
