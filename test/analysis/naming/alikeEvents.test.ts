import { describe, expect, it } from 'vitest';
import { createSignal } from '../../../src/analysis/judging/createSignal.ts';
import { DEFAULT_SETTINGS } from '../../../src/analysis/judging/currentSignal.ts';
import { alikeEvents } from '../../../src/analysis/naming/alikeEvents.ts';
import { describedEvents } from '../../../src/analysis/naming/namedEvents.ts';
import { mulberry32 } from '../../signals/benchmarkSignal.ts';

const PERIOD_MS = 20;
const EVERY = 1000;
const SAMPLES = 14 * EVERY;

/** After each thousand samples a needle of one sample or, every third time, a burst of twelve. */
function value(i: number, noise: number): number {
  const number = Math.floor(i / EVERY);
  const at = i % EVERY;
  if (number === 0) return noise;
  if (number % 3 === 0) return at < 12 ? noise + (at % 2 === 0 ? 9 : -9) : noise;
  return at === 0 ? noise + 12 + number / 4 : noise;
}

function disturbed() {
  const random = mulberry32(7);
  const channels = [{ name: 'x', unit: '' }];
  const signal = createSignal(channels, DEFAULT_SETTINGS, 100e6, 'table');
  for (let i = 0; i < SAMPLES; i++) {
    const noise = random() + random() + random() - 1.5;
    signal.row({ timeMs: i * PERIOD_MS, values: [value(i, noise)] });
  }
  return signal;
}

describe('events like one', () => {
  const signal = disturbed();
  const events = signal.judging.events.all();
  const numberOf = (id: number) => {
    const event = events.find((one) => one.id === id);
    return Math.round((event?.toMs ?? Number.NaN) / PERIOD_MS / EVERY);
  };
  const at = (number: number) => {
    const event = events.find(({ id }) => numberOf(id) === number);
    if (!event) throw new Error(`nothing was found at ${number}`);
    return event;
  };
  const proposed = (number: number, labels: Parameters<typeof alikeEvents>[1] = []) => {
    const answer = alikeEvents(signal, labels, at(number).id);
    return answer.kind === 'found' ? answer.ids.map(numberOf).sort((a, b) => a - b) : answer.kind;
  };

  it('are those of its kind, without it', () => {
    expect(proposed(4)).toEqual([1, 2, 5, 7, 8, 10, 11, 13]);
    expect(proposed(6)).toEqual([3, 9, 12]);
  });

  it('have no name yet, and are not more like one of another name', () => {
    const needle = { ...at(4), name: 'needle' };
    const other = { ...at(5), name: 'needle, too' };
    expect(proposed(4, [needle, { ...at(7), name: 'needle' }])).toEqual([1, 2, 5, 8, 10, 11, 13]);
    const [with2, all] = [proposed(4, [needle, other]), proposed(4, [needle])];
    expect(with2.length).toBeLessThan(all.length - 1);
    expect(with2).not.toContain(5);
  });

  it('are not known of what goes on, or what the browser has not described', () => {
    const described = describedEvents(signal).length;
    expect(described).toBeGreaterThan(10);
    expect(alikeEvents(signal, [], 64 * (SAMPLES - 1))).toEqual({ kind: 'not-described' });
  });
});
