/** A port that its board, or the tab before, is about to let go: after Uninstall, after a reload. */
import { expect, it } from 'vitest';
import type { OpenResult } from '../../../src/analysis/connection/links.ts';
import { openPatiently } from '../../../src/analysis/connection/patientOpening.ts';
import type { FaultCode } from '../../../src/board/fault.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';

const refused = (code: FaultCode): OpenResult => ({ ok: false, fault: { code, detail: '' } });

/** Opens what answers so, one after the other, and counts what was waited. */
async function opened(answers: readonly OpenResult[]) {
  let tries = 0;
  let waitedMs = 0;
  const result = await openPatiently(
    async () => answers[Math.min(tries++, answers.length - 1)] ?? refused('gone'),
    async (ms) => {
      waitedMs += ms;
    },
  );
  return { result, tries, waitedMs };
}

it.each(['busy', 'busy-here', 'gone'] as const)(
  '%s for a while is said nothing of',
  async (code) => {
    const link = createMemoryLink().link;
    const { result, tries } = await opened([refused(code), refused(code), { ok: true, link }]);
    expect(result).toEqual({ ok: true, link });
    expect(tries).toBe(3);
  },
);

it('busy for longer is said, after some seconds and not for ever', async () => {
  const { result, waitedMs } = await opened([refused('busy')]);
  expect(result).toEqual(refused('busy'));
  expect(waitedMs).toBeGreaterThan(3000);
  expect(waitedMs).toBeLessThan(10_000);
});

it('what does not pass by itself is said at once', async () => {
  expect(await opened([refused('forbidden')])).toMatchObject({ tries: 1, waitedMs: 0 });
});
