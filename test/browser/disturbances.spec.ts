/** Each disturbance of both virtual machines, pressed by keyboard, comes up in the list. */
import { INJECTIONS, type Injection, MACHINES } from '../../src/board/virtualMachines.ts';
import {
  DISTURBANCE_WORDS,
  DISTURBANCES,
  expectationWords,
  hintWords,
  MACHINE_WORDS,
} from '../../src/ui/virtualMachineWords.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** What the page asks for before the first disturbance. */
const LEARNING_MS = 30_000;
/** The list follows the signal, and the machine that runs the tests may be slow. */
const SLOWLY_MS = 5000;

/** Half a minute of learning each; others are in explained and explore.spec.ts. All with `TIDEMARK_DISTURBANCES=all`. */
const TRIED: readonly Injection[] = ['missed'];
const isTried = (injection: Injection) =>
  process.env.TIDEMARK_DISTURBANCES === 'all' || TRIED.includes(injection);

for (const machine of MACHINES) {
  for (const injection of INJECTIONS[machine].filter(isTried)) {
    test(`${machine}: ${injection} is announced, and listed in time`, async ({ page }) => {
      const { name } = MACHINE_WORDS[machine];
      const { word } = DISTURBANCE_WORDS[injection];
      const { withinMs } = DISTURBANCES[injection];
      await page.goto('/');
      await page.getByRole('button', { name }).press('Enter');
      await expectFirstFit(page);
      const bar = page.getByRole('region', { name });
      await expectAccessible(page, { state: name });
      await page.waitForTimeout(LEARNING_MS);
      const before = await anomalyRows(page).count();

      const button = bar.getByRole('button', { name: word });
      await expect(button).toHaveAccessibleDescription(hintWords(injection));
      await button.press('Enter');
      await expect(bar.getByRole('status')).toContainText(expectationWords(injection));
      await expect
        .poll(() => anomalyRows(page).count(), { timeout: withinMs + SLOWLY_MS })
        .toBeGreaterThan(before);
      await expect(anomalyRows(page).filter({ hasText: 'browser' })).not.toHaveCount(0);
    });
  }
}
