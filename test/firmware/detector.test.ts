import { describe, expect, it } from 'vitest';
import { DEBIAN_PYTHON, hasModule } from '../conformance/cpython.ts';
import { score } from '../signals/benchmarkSignal.ts';
import { numpyBenchmarkSignals } from '../signals/numpyBenchmark.ts';
import { thorough } from '../thoroughness.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

/** Runs Python with the firmware importable and returns what it left in `result`, as JSON. */
function python(code: string): unknown {
  openBoard();
  micropython.runPython(`
import json, parameters
from detector import Detector, DRIFT, RHYTHM
from level import OUTLIER, ALARM, COLLECTIVE
from noise import Noise
params = parameters.defaults()
noise = Noise(7).normal
def feed(detector, count, period=100):
    """Pure noise for a while; the verdicts."""
    global t
    found = []
    for _ in range(count):
        t += period
        found.append(detector.step(noise(), t))
    return found
t = 0
${code}
result = json.dumps(result)
`);
  return JSON.parse(pythonGlobal('result'));
}

const SEEDS = thorough(2, 20);

describe('the detector in MicroPython', () => {
  it.skipIf(!hasModule(DEBIAN_PYTHON, 'numpy'))(
    `finds the spikes of its author's benchmark with default parameters, numpy's seeds 0 to ${SEEDS - 1} (skipped without numpy)`,
    () => {
      const scores = numpyBenchmarkSignals()
        .slice(0, SEEDS)
        .map((signal) => {
          micropython.FS.writeFile('/tmp/signal.json', JSON.stringify(signal.values));
          const found = python(`
detector = Detector(params)
step = detector.step
with open("/tmp/signal.json") as file:
    values = json.load(file)
result = [i for i in range(len(values)) if step(values[i], i * 100) & OUTLIER]
`);
          return score(found as number[], signal, 500);
        });
      const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
      expect(mean).toBeGreaterThanOrEqual(0.999);
      expect(Math.min(...scores.map(({ f1 }) => f1))).toBeGreaterThanOrEqual(0.99);
      const recall = scores.reduce((sum, s) => sum + s.recall, 0) / scores.length;
      expect(recall).toBeGreaterThanOrEqual(0.999);
    },
  );

  it('learns for six blocks before it judges anything', () => {
    const result = python(`
detector = Detector(params)
result = []
for _ in range(191):
    feed(detector, 1)
    if detector.fit:
        result.append(detector.n)
wild = detector.step(1000.0, t)
result.append([detector.n, wild, detector.fit is not None])
`);
    expect(result).toEqual([[192, 0, true]]);
  });

  it('flags a lasting step at once, as collective on the fifth outlier, then learns it', () => {
    const result = python(`
detector = Detector(params)
feed(detector, 600)
result = []
for _ in range(60):
    t += 100
    result.append(detector.step(10 + noise(), t))
`) as number[];
    expect(result[0]).toBe(3);
    expect(result.slice(1, 4)).toEqual([1, 1, 1]);
    expect(result[4]).toBe(5);
    expect(result.slice(45).every((verdict) => verdict === 0)).toBe(true);
  });

  it('flags a spike on a flat line, whose fit is a step', () => {
    const result = python(`
detector = Detector(params)
for i in range(400):
    t += 100
    detector.step(5.0, t)
result = [detector.fit[1] == float("inf"), detector.fit[3] != detector.fit[3], detector.step(5.1, t + 100)]
`);
    expect(result).toEqual([true, true, 3]);
  });

  it('counts what is not finite or too large to square, and learns nothing from it', () => {
    const result = python(`
detector = Detector(params)
feed(detector, 300)
before = (detector.n, detector.next_mean, detector.variance, detector.start)
verdicts = [detector.step(x, t) for x in (float("nan"), float("inf"), -float("inf"), 1e200)]
after = (detector.n, detector.next_mean, detector.variance, detector.start)
result = [verdicts, before == after, detector.invalid]
`);
    expect(result).toEqual([[0, 0, 0, 0], true, 4]);
  });

  it('looks at the chosen tail only', () => {
    const result = python(`
result = []
for tail in ("both", "upper", "lower"):
    params["tail"] = tail
    for x in (9.0, -9.0):
        detector = Detector(params)
        feed(detector, 300)
        result.append(detector.step(x, t + 100) & OUTLIER)
`);
    expect(result).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it('keeps the newest maxima that fit when their number changes, and refits when full', () => {
    const result = python(`
detector = Detector(params)
feed(detector, 32 * 9)
newest = list(detector.maxima)[-4:]
result = []
def change(**values):
    detector.refitted = False
    params.update(values)
    detector.configure(params)
change(maxima=4)
result.append([detector.refitted, list(detector.maxima) == newest])
shape = detector.fit[1]
change(maxima=6)
result.append([detector.refitted, detector.fit[1] == shape, list(detector.maxima)[:4] == newest])
feed(detector, 32)
result.append(detector.fit[1] == shape)
feed(detector, 32)
result.append([detector.fit[1] == shape, len(detector.maxima)])
`);
    expect(result).toEqual([[true, true], [false, true, true], true, [false, 6]]);
  });

  it('has a drift alarm for a slow rise, and a rhythm alarm for a missing stroke', () => {
    const result = python(`
from math import sin
causes = []
def run(signal, count):
    detector = Detector(params)
    found = []
    for i in range(count):
        if detector.step(signal(i), i * 100) & ALARM:
            found.append([i, detector.cause])
    return found
result = [
    run(lambda i: noise() + max(0, i - 2000) / 100, 2600),
    run(lambda i: (1 if i // 10 % 2 and not 2000 < i < 2040 else -1) + 0.1 * noise(), 2200),
]
`) as [number, number][][];
    const [drift = [], rhythm = []] = result;
    expect(drift.some(([at, cause]) => cause === 1 && at > 2000)).toBe(true);
    expect(rhythm.some(([at, cause]) => cause === 2 && at > 2000 && at < 2080)).toBe(true);
    for (const found of result) expect(found.filter(([at]) => at < 2000)).toEqual([]);
  });

  it('takes off what is usual at this phase of a cycle', () => {
    const result = python(`
from math import pi, sin
params["season"] = 10000.0
detector = Detector(params)
found = []
for i in range(3000):
    x = 5 * sin(2 * pi * i / 100) + 0.1 * noise()
    if i == 2525:
        x = 0.0
    if detector.step(x, i * 100) & ALARM:
        found.append(i)
result = found
`);
    expect(result).toEqual([2525]);
  });

  it('lets a new block length and memory wait for the end of the block', () => {
    const result = python(`
result = []
def change(block, memory):
    params["block"] = block
    params["memory"] = memory
    detector.configure(params)
def free():
    return detector.n - detector.event >= detector.block
detector = Detector(params)
change(16, 64)
result.append([detector.block, detector.a, free()])
feed(detector, 1)
change(20, 0)
result.append([detector.block, detector.a])
feed(detector, 14)
result.append([detector.block, detector.settled])
feed(detector, 1)
result.append([detector.block, detector.a, free(), detector.settled])
feed(detector, 4)
result.append([detector.block, detector.settled, len(detector.maxima)])
feed(detector, 20)
result.append([detector.settled, len(detector.maxima)])
`);
    expect(result).toEqual([
      [16, 1 / 64, true],
      [16, 1 / 64],
      [16, false],
      [20, 0, true, true],
      [20, true, 0],
      [true, 1],
    ]);
  });

  it('keeps the newest outlier times that fit when their number changes', () => {
    const result = python(`
detector = Detector(params)
detector.times.extend((3, 4, 5, 6, 7))
result = []
for size in (3, 6, 2):
    params["outliers"] = size
    detector.configure(params)
    result.append(list(detector.times))
`);
    expect(result).toEqual([
      [5, 6, 7],
      [5, 6, 7],
      [6, 7],
    ]);
  });
});
