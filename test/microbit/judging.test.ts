import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeParameters } from '../../src/detector/changeParameters.ts';
import { createDetector, type Detector } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { epsilonOf } from '../../src/detector/sigma.ts';
import { atDesk, thorough } from '../thoroughness.ts';
import { type InstalledMicrobit, installedMicrobit, SIMULATED } from './installedMicrobit.ts';
import { checkedLines } from './microbitConsole.ts';
import { hasMicrobit } from './qemu.ts';

const LEVEL = { ...DEFAULT_PARAMETERS, drift: 0, rhythm: 0 };
const EPSILON = epsilonOf(30);

/** What a board says of a sample: `seq` and kind; or of a fit: `seq`. */
interface Judged {
  readonly verdicts: Array<{ readonly seq: string; readonly kind: string }>;
  readonly fits: string[];
  readonly probabilities: number[];
  /** shape, scale, r2, mean, sigma */
  readonly fitted: number[][];
}

const nothingJudged = (): Judged => ({ verdicts: [], fits: [], probabilities: [], fitted: [] });

/** What a board said, in the order of its lines. */
function saidBy(lines: readonly string[]): Judged {
  const said = nothingJudged();
  for (const [type, seq = '', ...rest] of lines.map((line) => line.split(','))) {
    if (type === 'e') {
      said.verdicts.push({ seq, kind: rest[2] ?? '' });
      said.probabilities.push(Number(rest[3]));
    } else if (type === 'f') {
      said.fits.push(seq);
      said.fitted.push(rest.slice(1).map(Number));
    }
  }
  return said;
}

/** What the page's detector says of the samples in these lines, at the parameters in them. */
function judgedHere(lines: readonly string[]): Judged {
  const here = nothingJudged();
  let parameters: Parameters = LEVEL;
  let detector = createDetector(parameters, EPSILON);
  let seq = '';
  let fits = 0;
  for (const line of lines) {
    const [type, ...rest] = line.split(',');
    if (type === 'p') {
      parameters = { ...LEVEL, ...parametersIn(rest) };
      changeParameters(detector, parameters);
    } else if (line === 'l,restarted') {
      detector = createDetector(parameters, EPSILON);
      fits = 0;
    } else if (type === 's') {
      seq = rest[0] ?? '';
      const bits = judge(detector, Number(rest[1]), Number(rest[2]));
      const kind = ['o', 'a', 'c'].filter((_, bit) => bits & (1 << bit)).join('');
      if (kind !== '') {
        here.verdicts.push({ seq, kind });
        here.probabilities.push(detector.probability);
      }
    }
    if (detector.fits > fits) {
      here.fits.push(seq);
      here.fitted.push(fitOf(detector));
      fits = detector.fits;
    }
  }
  return here;
}

const fitOf = ({ shape, scale, r2, mean, variance }: Detector): number[] => [
  shape,
  scale,
  r2,
  mean,
  Math.sqrt(variance),
];

const parametersIn = (pairs: readonly string[]): Partial<Parameters> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, name === 'tail' ? value : Number(value)];
    }),
  );

/** The largest difference, of probabilities and, relatively, of what was fitted. */
function rounding(board: Judged, here: Judged): { probability: number; fit: number } {
  const worst = { probability: 0, fit: 0 };
  for (const [i, probability] of board.probabilities.entries()) {
    const error = Math.abs(probability - (here.probabilities[i] ?? Number.NaN));
    worst.probability = Math.max(worst.probability, error);
  }
  for (const [i, values] of board.fitted.entries()) {
    for (const [k, value] of values.entries()) {
      const ours = here.fitted[i]?.[k] ?? Number.NaN;
      worst.fit = Math.max(worst.fit, Math.abs(value / ours - 1));
    }
  }
  return worst;
}

type Judging = readonly [how: string, changes: readonly string[]];
const DEFAULTS: Judging = ['at its defaults', []];
const CHANGED: Judging = [
  'at other parameters, changed while it judges',
  [
    'tail=upper,gamma=3,outliers=2,fatigue=0.5,memory=64',
    'block=16,maxima=9,delta=0.5',
    'tail=both,least=100,maxima=4',
    'tail=lower,block=20,memory=0',
  ],
];

describe.skipIf(!hasMicrobit)('the detector on a BBC micro:bit v1 in QEMU', () => {
  let microbit: InstalledMicrobit;

  beforeAll(async () => {
    microbit = await installedMicrobit(SIMULATED);
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  it.each(thorough([CHANGED], [DEFAULTS, CHANGED]))(
    'judges 1000 samples as the browser does, %s',
    async (_, changes) => {
      const lines = await microbit.reboot();
      // At period 100, five periods are 500 ms, too.
      await microbit.board.send('set 1 period=1 meanGap=500\n');
      for (const [i, change] of changes.entries()) {
        const until = new RegExp(`\ns,${200 * (i + 1)},.*\n`);
        lines.push(...checkedLines(await microbit.board.until(until)));
        await microbit.board.send(`set ${i + 2} ${change.replaceAll(',', ' ')}\n`);
      }
      lines.push(...checkedLines(await microbit.board.until(/\ns,1000,.*\n/)).slice(0, -1));
      const samples = lines
        .filter((line) => line.startsWith('s,'))
        .map((line) => line.split(',')[1]);
      expect(samples).toEqual(Array.from({ length: 1000 }, (_, i) => String(i)));
      expect(lines.filter((line) => line.endsWith(',ok'))).toHaveLength(1 + changes.length);

      const [board, here] = [saidBy(lines), judgedHere(lines)];
      expect(board.verdicts).toEqual(here.verdicts);
      const found = new Set(board.verdicts.map(({ kind }) => kind));
      for (const kind of ['oa', 'oc']) expect([...found]).toContain(kind);
      expect(board.fits).toEqual(here.fits);
      expect(board.fits.length).toBeGreaterThan(20);
      const worst = rounding(board, here);
      expect(worst.probability).toBeLessThan(0.001);
      expect(worst.fit).toBeLessThan(0.01);
    },
  );

  it.skipIf(atDesk)(
    'refuses more maxima than it has memory for, and goes on fitting with the most',
    async () => {
      const { ask, board, insist, reboot } = microbit;
      await reboot();
      expect(await ask('set 1 maxima=17')).toEqual(['r,1,error,range,maxima,at most 16']);
      expect(await ask('set 2 outliers=64')).toEqual(['r,2,error,range,outliers,at most 16']);
      expect((await insist('set', 3, 'period=10,maxima=16,block=2'))?.at(-2)).toBe('r,3,ok');
      for (let fits = 0; fits < 40; fits += 1) await board.until(/\nf,.*\n/);
      expect(await ask('restart 4')).toEqual(['l,restarted', 'r,4,ok']);
      for (let fits = 0; fits < 40; fits += 1) await board.until(/\nf,.*\n/);
      const eager = 'maxima=3,outliers=16,gamma=0.1,delta=0.01';
      expect((await insist('set', 5, eager))?.at(-2)).toBe('r,5,ok');
      let said = '';
      for (let fits = 0; fits < 40; fits += 1) said += await board.until(/\nf,.*\n/);
      expect(said).not.toContain('out of memory');
      expect(said).toMatch(/\ne,/);
    },
  );
});
