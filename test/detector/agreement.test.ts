import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { changeParameters, createDetector, judge } from '../../src/detector/detector.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { benchmarkSignal } from '../signals/benchmarkSignal.ts';

interface Step {
  readonly timeMs: number;
  /** JSON has no NaN: null stands for it. */
  readonly x: number | null;
  readonly change?: Partial<Parameters>;
}

/** One row a sample: verdict, score, probability, d, limit, mean, variance, shape, scale, r2, q. */
type Row = (number | null)[];

const micropython = await loadMicroPython({ heapsize: 32 * 1024 * 1024 });
for (const [name, source] of Object.entries(loadFirmwareFiles())) {
  if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, source);
}

function pythonRows(steps: readonly Step[]): Row[] {
  micropython.FS.writeFile('/steps.json', JSON.stringify(steps));
  micropython.runPython(`
import json, sys, parameters
if "/" not in sys.path:
    sys.path.append("/")
from detector import Detector
params = parameters.defaults()
detector = Detector(params)
steps = json.load(open("/steps.json"))
def text(x):
    return "null" if x != x or x in (float("inf"), -float("inf")) else "%.17g" % x
with open("/rows.json", "w") as out:
    out.write("[")
    for i in range(len(steps)):
        step = steps[i]
        if "change" in step:
            params.update(step["change"])
            detector.configure(params)
        x = step["x"]
        verdict = detector.step(float("nan") if x is None else x, step["timeMs"])
        d = detector
        row = (verdict, d.score, d.probability, d.d, d.limit, d.mean, d.variance,
            d.shape, d.scale, d.r2, d.q)
        out.write("%s[%s]" % ("," if i else "", ",".join([text(v) for v in row])))
    out.write("]")
`);
  const text = new TextDecoder().decode(micropython.FS.readFile('/rows.json'));
  return JSON.parse(text) as Row[];
}

function typescriptRows(steps: readonly Step[]): Row[] {
  let parameters = DEFAULT_PARAMETERS;
  const d = createDetector(parameters);
  return steps.map(({ timeMs, x, change }) => {
    if (change) {
      parameters = { ...parameters, ...change };
      changeParameters(d, parameters);
    }
    const verdict = judge(d, timeMs, x ?? Number.NaN);
    const row = [d.score, d.probability, d.deviation, d.limit, d.mean, d.variance];
    return [verdict, ...row, d.shape, d.scale, d.fitted ? d.r2 : null, d.q].map((value) =>
      value !== null && Number.isFinite(value) ? value : null,
    );
  });
}

/** Largest relative difference of any number of two rows. */
function difference(a: Row, b: Row): number {
  let largest = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (x === null || y === null || y === undefined) {
      if (x !== y) return Number.POSITIVE_INFINITY;
      continue;
    }
    const scale = Math.max(Math.abs(x), Math.abs(y));
    if (scale > 0) largest = Math.max(largest, Math.abs(x - y) / scale);
  }
  return largest;
}

function expectAgreement(steps: readonly Step[]): void {
  const ours = typescriptRows(steps);
  const theirs = pythonRows(steps);
  expect(theirs).toHaveLength(steps.length);
  expect(ours.map(([verdict]) => verdict)).toEqual(theirs.map(([verdict]) => verdict));
  const worst = ours.reduce((most, row, i) => Math.max(most, difference(row, theirs[i] ?? [])), 0);
  expect(worst).toBeLessThan(1e-9);
}

it('browser and board agree on 10 000 samples: every verdict, every fit to 1e-9', () => {
  const { values } = benchmarkSignal(7);
  expectAgreement(values.map((x, i) => ({ timeMs: i * 100, x })));
});

it('browser and board agree while parameters change, values are missing and the line goes flat', () => {
  const { values } = benchmarkSignal(8);
  const changes: Record<number, Partial<Parameters>> = {
    10: { block: 20 },
    400: { gamma: 2, fatigue: 0 },
    1013: { maxima: 9 },
    1500: { delta: 0.5, memory: 0 },
    2001: { maxima: 4, outliers: 3, meanGap: 1500 },
    2600: { tail: 'upper' },
    3300: { tail: 'lower', block: 48 },
    4100: { tail: 'both', outliers: 8, memory: 100, fatigue: 1 },
    5005: { block: 7, delta: 0.99 },
    9000: { gamma: 4, block: 32, maxima: 5 },
  };
  const steps = values.map((x, i): Step => {
    const flat = i > 6000 && i < 6800;
    const change = changes[i];
    return {
      timeMs: i * 100 + (i > 4500 ? 60_000 : 0),
      x: i % 97 === 96 ? null : flat ? 0.25 : x,
      ...(change ? { change } : {}),
    };
  });
  expectAgreement(steps);
});
