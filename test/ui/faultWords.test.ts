import { describe, expect, it } from 'vitest';
import type { FaultCode } from '../../src/board/fault.ts';
import { faultWords } from '../../src/ui/faultWords.ts';

/** Every code once: the compiler refuses a list that misses one. */
const CODES: Readonly<Record<FaultCode, true>> = {
  insecure: true,
  unsupported: true,
  forbidden: true,
  cancelled: true,
  busy: true,
  'busy-here': true,
  gone: true,
  lost: true,
  'virtual-failed': true,
  'no-answer': true,
  refused: true,
  unreadable: true,
  'write-failed': true,
  'worker-died': true,
  'no-worker': true,
  'not-applied': true,
  'not-saved': true,
  'not-kept': true,
};
const codes = Object.keys(CODES) as FaultCode[];

describe('fault words', () => {
  it.each(codes.filter((code) => code !== 'cancelled'))(
    '%s: say what happened and what to do',
    (code) => {
      const words = faultWords(code);
      expect(words?.title).toMatch(/^[A-Z].*[^.]$/);
      expect(words?.advice).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('are silent about the person’s own cancel', () => {
    expect(faultWords('cancelled')).toBeNull();
  });

  it('are different for every fault', () => {
    const titles = codes.map((code) => faultWords(code)?.title);
    expect(new Set(titles).size).toBe(codes.length);
  });
});
