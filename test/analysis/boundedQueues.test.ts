/** What a session keeps beside its samples has an end, too. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConsoleLog } from '../../src/analysis/connection/consoleLog.ts';
import { createBoardOffsets } from '../../src/analysis/judging/boardOffsets.ts';
import { createBoardVerdicts } from '../../src/analysis/judging/boardVerdicts.ts';
import { createJudging } from '../../src/analysis/judging/createJudging.ts';
import { alike } from '../../src/analysis/judging/judgedBy.ts';
import { CAUSES, type Cause } from '../../src/detector/detector.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { thorough } from '../thoroughness.ts';

const causeOf = (index: number): Cause => CAUSES[index % CAUSES.length] ?? 'level';

describe('what the board said, waiting to be gathered', () => {
  it('is had in order, once, and again after a rewind: the newest of it', () => {
    const MOST = 256;
    const steps = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.record({ add: fc.integer({ min: 1, max: 90 }) }) },
        { weight: 3, arbitrary: fc.record({ upTo: fc.double({ min: 0, max: 1, noNaN: true }) }) },
        { weight: 1, arbitrary: fc.record({ gone: fc.double({ min: 0, max: 1, noNaN: true }) }) },
        { weight: 1, arbitrary: fc.constant('rewind' as const) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const verdicts = createBoardVerdicts(MOST);
        let all: { index: number; isGathered: boolean }[] = [];
        let newest = 0;
        for (const step of list) {
          if (step === 'rewind') {
            verdicts.rewind();
            for (const one of all) one.isGathered = false;
          } else if ('add' in step) {
            for (let i = 0; i < step.add; i++) {
              newest += 3;
              verdicts.add(newest, newest % 8, newest / 7, causeOf(newest));
              all.push({ index: newest, isGathered: false });
            }
            all = all.slice(-MOST);
          } else if ('gone' in step) {
            const start = Math.floor(step.gone * newest);
            verdicts.samplesGivenUp(start);
            all = all.filter(({ index }) => index >= start);
          } else {
            const end = Math.floor(step.upTo * (newest + 2));
            const taken: unknown[][] = [];
            verdicts.gather(end, (...verdict) => taken.push(verdict));
            const expected = all.filter(({ index, isGathered }) => !isGathered && index < end);
            expect(taken).toEqual(expected.map(({ index: i }) => [i, i % 8, i / 7, causeOf(i)]));
            for (const one of expected) one.isGathered = true;
          }
        }
      }),
      { numRuns: thorough(40, 300) },
    );
  });
});

describe('how board time is had', () => {
  it('is known for the newest changes; further back it is said not to be', () => {
    const offsets = createBoardOffsets(100);
    for (let i = 0; i < 1000; i++) offsets.keep(i, i);
    const list = offsets.list();
    expect(list.length).toBeLessThanOrEqual(100);
    expect(list[0]).toEqual({ index: 0, offsetMs: null });
    expect(list.slice(1)).toEqual(
      list
        .slice(1)
        .map((_, i) => ({ index: 1001 - list.length + i, offsetMs: 1001 - list.length + i })),
    );
  });

  it('is forgotten with the samples that it was for', () => {
    const offsets = createBoardOffsets();
    for (const index of [0, 50, 100]) offsets.keep(index, index);
    offsets.samplesGivenUp(70);
    expect(offsets.list().map(({ index }) => index)).toEqual([50, 100]);
    offsets.samplesGivenUp(100);
    expect(offsets.list().map(({ index }) => index)).toEqual([100]);
  });
});

describe('a board that starts anew without end', () => {
  it('has its restarts kept for the retained samples only, and not more than some', () => {
    const judging = createJudging(1, alike(DEFAULT_PARAMETERS), 0);
    for (let i = 0; i < 60_000; i++) {
      if (i % 2 === 0) judging.restart();
      judging.sample(i, [i % 17]);
    }
    const restarts = judging.restarts();
    expect(restarts.length).toBeGreaterThan(8000);
    expect(restarts.length).toBeLessThanOrEqual(16_384);
    expect(restarts.at(-1)).toBe(59_998);
    for (let i = 60_000; i < 120_000; i++) judging.sample(i, [i % 17]);
    expect(judging.restarts()).toEqual([]);
  });
});

describe('a console that nobody looks at', () => {
  it('keeps the newest of what came byte by byte, and says how many lines went by', () => {
    const lines = createConsoleLog();
    lines.speaks('foreign');
    const byte = (text: string) => new TextEncoder().encode(text);
    for (let i = 0; i < 30_000; i++) lines.received(byte(i % 2 ? '\n' : 'x'));
    for (let i = 0; i < 5000; i++) lines.sent(`get ${i}`);
    const page = lines.page(0);
    expect(page.lines).toHaveLength(2000);
    expect(page.lines.at(-1)?.text).toBe('get 4999');
    expect(page.skipped).toBe(15_000 + 5000 - 2000);
  });
});
