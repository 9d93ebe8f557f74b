import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { epsilonOf } from '../../src/detector/sigma.ts';
import { INSTALL_MS, type InstalledMicrobit, installedMicrobit } from './installedMicrobit.ts';
import { checkedLines } from './microbitConsole.ts';
import { hasMicrobit } from './qemu.ts';

describe.skipIf(!hasMicrobit)('the detector on a BBC micro:bit v1 in QEMU', () => {
  let microbit: InstalledMicrobit;

  beforeAll(async () => {
    microbit = await installedMicrobit('simulated');
  }, INSTALL_MS);
  afterAll(async () => {
    await microbit?.stop();
  });

  it('judges 1000 samples as the browser does, within the rounding of its floats', async () => {
    const first = await microbit.reboot();
    await microbit.board.send('set 1 period=1 meanGap=500\n');
    const then = checkedLines(await microbit.board.until(/\ns,1000,.*\n/));
    const said = [...first, ...then].map((line) => line.split(','));
    const of = (type: string) => said.filter((fields) => fields[0] === type);
    const samples = of('s');
    expect(samples.map(([, seq]) => Number(seq))).toEqual(
      Array.from({ length: 1001 }, (_, i) => i),
    );

    // At period 100, five periods are 500 ms, too.
    const level = { ...DEFAULT_PARAMETERS, drift: 0, rhythm: 0, meanGap: 500 };
    const detector = createDetector(level, epsilonOf(30));
    const verdicts: Array<[string, string, number]> = [];
    const fits: Array<[string, number[]]> = [];
    let seen = 0;
    for (const [, seq = '', time, value] of samples.slice(0, -1)) {
      const bits = judge(detector, Number(time), Number(value));
      const kind = ['o', 'a', 'c'].filter((_, bit) => bits & (1 << bit)).join('');
      if (kind !== '') verdicts.push([seq, kind, detector.probability]);
      const { fits: made, shape, scale, mean, r2 } = detector;
      if (made > seen) fits.push([seq, [shape, scale, r2, mean, Math.sqrt(detector.variance)]]);
      seen = made;
    }
    expect(of('e').map(([, seq, , , kind]) => [seq, kind])).toEqual(
      verdicts.map(([seq, kind]) => [seq, kind]),
    );
    const kinds = verdicts.map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThan(10);
    for (const kind of ['o', 'oa', 'oc']) expect(kinds).toContain(kind);
    expect(of('f').map(([, seq]) => seq)).toEqual(fits.map(([seq]) => seq));
    const worst = { probability: 0, fit: 0 };
    for (const [i, fields] of of('e').entries()) {
      const error = Math.abs(Number(fields[5]) - (verdicts[i]?.[2] ?? Number.NaN));
      worst.probability = Math.max(worst.probability, error);
    }
    for (const [i, [, , , ...values]] of of('f').entries()) {
      for (const [k, text] of values.entries()) {
        const ours = fits[i]?.[1][k] ?? Number.NaN;
        worst.fit = Math.max(worst.fit, Math.abs(Number(text) / ours - 1));
      }
    }
    expect(worst.probability).toBeLessThan(0.001);
    expect(worst.fit).toBeLessThan(0.01);
  });

  it('refuses more maxima than it has memory for, and goes on fitting with the most', async () => {
    const { ask, board, insist, reboot } = microbit;
    await reboot();
    expect(await ask('set 1 maxima=17')).toEqual(['r,1,error,range,maxima,at most 16']);
    expect(await ask('set 2 outliers=64')).toEqual(['r,2,error,range,outliers,at most 16']);
    expect((await insist('set', 3, 'period=10,maxima=16,block=2'))?.at(-2)).toBe('r,3,ok');
    for (let fits = 0; fits < 40; fits += 1) await board.until(/\nf,.*\n/);
    expect(await ask('restart 4')).toEqual(['l,restarted', 'r,4,ok']);
    for (let fits = 0; fits < 40; fits += 1) await board.until(/\nf,.*\n/);
    expect((await insist('set', 5, 'maxima=3,outliers=16,gamma=0.1,delta=0.01'))?.at(-2)).toBe(
      'r,5,ok',
    );
    let said = '';
    for (let fits = 0; fits < 40; fits += 1) said += await board.until(/\nf,.*\n/);
    expect(said).not.toContain('out of memory');
    expect(said).toMatch(/\ne,/);
  });
});
