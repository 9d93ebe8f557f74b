/** Cards in the floating stack: where their buttons stand. */
import { expect, test } from '@playwright/test';

for (const state of ['notice-busy', 'nothing-heard', 'exported'] as const) {
  for (const width of [390, 1440]) {
    test(`${state}, ${width} px: what dismisses a card is in its upper right corner`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`/?state=${state}&language=en`);
      const dismiss = page.getByRole('button', { name: /^Dismiss/ }).first();
      await expect(dismiss).toBeVisible();
      const off = await dismiss.evaluate((button) => {
        const card = button.parentElement?.getBoundingClientRect();
        const at = button.getBoundingClientRect();
        return { top: at.top - (card?.top ?? 0), right: (card?.right ?? 0) - at.right };
      });
      expect(off.top).toBeLessThan(24);
      expect(off.right).toBeLessThan(24);
    });
  }
}
