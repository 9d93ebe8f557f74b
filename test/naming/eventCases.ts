/** Signals in which something happens, for those who work out what it was like. */
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';

export interface EventCase {
  readonly name: string;
  readonly channel: number;
  readonly parameters: Parameters;
  readonly samples: readonly { readonly timeMs: number; readonly x: number }[];
}

const PERIOD_MS = 20;
const FROM = 700;
const AFTER = 500;

/** A turning machine of 17.5 samples a turn, in ten-thousandths. */
function made(
  name: string,
  disturb: (x: number, since: number, random: () => number) => number,
  change: Partial<Parameters> = {},
  cycle = 17.5,
  from = FROM,
): EventCase {
  const random = mulberry32(name.length);
  const samples = Array.from({ length: from + AFTER }, (_, i) => {
    const usual = 0.4 * Math.sin((2 * Math.PI * i) / cycle) + 0.1 * (random() + random() - 1);
    const x = i < from ? usual : disturb(usual, i - from, random);
    return { timeMs: 1000 + i * PERIOD_MS, x: Math.round(x * 1e4) / 1e4 };
  });
  const parameters = { ...DEFAULT_PARAMETERS, period: PERIOD_MS, ...change };
  return { name, channel: name.length % 3, parameters, samples };
}

export const EVENT_CASES: readonly EventCase[] = [
  made('spike', (x, since) => (since === 0 ? x - 6 : x)),
  made('burst', (x, since, random) =>
    since < 10 ? x + (since % 2 === 0 ? 6 : -6) * (0.5 + random()) : x,
  ),
  made('step', (x) => x + 5),
  made('drift', (x, since) => x + Math.min(2, since / 150)),
  made('flat', (x, since) => (since < 300 ? 0.1 : x)),
  made('spikes in the hold-off, one of them no number', (x, since) => {
    if (since === 12) return Number.NaN;
    return since === 0 || since === 20 ? x + 5 : since === 45 ? x - 7 : x;
  }),
  made('out of all bounds', (x, since) => (since === 3 ? x + 1e12 : x)),
  made(
    'a missed stroke, then two that stick',
    (x, since) => (since % 400 < 100 ? 0 : since >= 500 ? 0.02 + 0.1 * Math.sin(since) : x),
    { season: 100 * PERIOD_MS, bins: 100 },
    100,
    1900,
  ),
];
