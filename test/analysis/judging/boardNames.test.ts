import { describe, expect, it } from 'vitest';
import { createBoardNames } from '../../../src/analysis/judging/boardNames.ts';
import { createSignal } from '../../../src/analysis/judging/createSignal.ts';
import { DEFAULT_SETTINGS } from '../../../src/analysis/judging/currentSignal.ts';

const CHANNELS = [
  { name: 'x', unit: '' },
  { name: 'y', unit: '' },
];

describe('what the board calls an event', () => {
  it('is kept for the event that begins with its alarm', () => {
    const signal = createSignal(CHANNELS, DEFAULT_SETTINGS, 1e6);
    for (let seq = 40; seq < 340; seq++) {
      const values = [Math.sin(seq * 12.9898), seq === 300 ? 50 : Math.sin(seq * 4.1)];
      signal.sample({ seq, timeMs: seq * 20, values }, 1_700_000_000_000 + seq * 20);
    }
    const named = { type: 'named', channel: 1, name: 'spike', share: 0.9 } as const;
    signal.named({ ...named, seq: 300 });
    const [event] = signal.judging.events.all();
    expect(signal.boardNames.since(0)).toEqual([
      { event: event?.id, channel: 1, timeMs: event?.fromMs, name: 'spike', share: 0.9 },
    ]);
    // Of samples that are not known here, and of a channel that is not.
    for (const unknown of [{ seq: 39 }, { seq: 340 }, { seq: 300, channel: 2 }]) {
      signal.named({ ...named, ...unknown });
    }
    expect(signal.boardNames.total()).toBe(1);
  });

  it('is kept of the newest so many', () => {
    const names = createBoardNames(10);
    for (let event = 0; event < 95; event++) {
      names.add({ event, channel: 0, timeMs: event, name: null, share: 0 });
    }
    expect(names.total()).toBe(95);
    expect(names.since(0).length).toBeLessThanOrEqual(10);
    expect(names.since(93).map(({ event }) => event)).toEqual([93, 94]);
    expect(names.since(95)).toEqual([]);
  });
});
