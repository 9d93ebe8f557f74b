/** Each disturbance of the virtual machines, pressed by keyboard, comes up in the list. */
import { INJECTIONS, MACHINES } from '../../src/board/virtualMachines.ts';
import { expectListedInTime } from './disturbed.ts';
import { test } from './fixtures.ts';

/** Half a minute of learning each, so with `TIDEMARK_DISTURBANCES=all`; else some are in offline, tour and explore.spec.ts. */
const isTried = process.env.TIDEMARK_DISTURBANCES === 'all';

for (const machine of MACHINES) {
  for (const injection of isTried ? INJECTIONS[machine] : []) {
    test(`${machine}: ${injection} is announced, and listed in time`, async ({ page }) => {
      await page.goto('/');
      await expectListedInTime(page, machine, injection);
    });
  }
}
