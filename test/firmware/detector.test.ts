import { describe, expect, it } from 'vitest';
import { DEBIAN_PYTHON, hasModule } from '../conformance/cpython.ts';
import { score } from '../signals/benchmarkSignal.ts';
import { numpyBenchmarkSignals } from '../signals/numpyBenchmark.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

/** Runs Python with the firmware importable and returns what it left in `result`, as JSON. */
function python(code: string): unknown {
  openBoard();
  micropython.runPython(`
import json, parameters
from detector import Detector, keep, OUTLIER, ALARM, COLLECTIVE
from simulated import Simulated
params = parameters.defaults()
noise = Simulated(7)._noise
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

describe('the detector in MicroPython', () => {
  it.skipIf(!hasModule(DEBIAN_PYTHON, 'numpy'))(
    "finds the spikes of its author's benchmark with default parameters, numpy's seeds 0 to 19 (skipped without numpy)",
    () => {
      const scores = numpyBenchmarkSignals().map((signal) => {
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
    if detector.fitted:
        result.append(detector.n)
wild = detector.step(1000.0, t)
result.append([detector.n, wild, detector.fitted])
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
    expect(result.slice(30).every((verdict) => verdict === 0)).toBe(true);
  });

  it('flags a spike on a flat line, whose fit is a step', () => {
    const result = python(`
detector = Detector(params)
for i in range(400):
    t += 100
    detector.step(5.0, t)
result = [detector.shape == float("inf"), detector.r2 != detector.r2, detector.step(5.1, t + 100)]
`);
    expect(result).toEqual([true, true, 3]);
  });

  it('counts what is not finite or too large to square, and learns nothing from it', () => {
    const result = python(`
detector = Detector(params)
feed(detector, 300)
before = (detector.n, detector.mean, detector.variance, detector.in_block)
verdicts = [detector.step(x, t) for x in (float("nan"), float("inf"), -float("inf"), 1e200)]
after = (detector.n, detector.mean, detector.variance, detector.in_block)
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
listed = list(detector.maxima)
result = []
def change(**values):
    params.update(values)
    detector.configure(params)
change(maxima=4)
result.append([detector.refitted, detector.maxima == listed[-4:]])
shape = detector.shape
change(maxima=6)
result.append([detector.refitted, detector.fitted, detector.shape == shape])
feed(detector, 32)
result.append(detector.shape == shape)
feed(detector, 32)
result.append([detector.shape == shape, len(detector.maxima) == detector.size])
change(delta=0.99)
result.append([detector.refitted, round(1 - detector.scale and (1 - 0.99), 9)])
from weibull import cdf
result.append(round(cdf(detector.q, detector.shape, detector.scale), 9))
`);
    expect(result).toEqual([
      [true, true],
      [false, true, true],
      true,
      [false, true],
      [false, 0.01],
      0.99,
    ]);
  });

  it('lets a new block length and memory wait for the end of the block', () => {
    const result = python(`
result = []
def change(block, memory):
    params["block"] = block
    params["memory"] = memory
    detector.configure(params)
detector = Detector(params)
change(16, 64)
result.append([detector.block, detector.least_weight, detector.quiet])
feed(detector, 1)
change(20, 0)
result.append([detector.block, detector.least_weight])
feed(detector, 14)
result.append([detector.block, detector.settled])
feed(detector, 1)
result.append([detector.block, detector.least_weight, detector.quiet, detector.settled])
feed(detector, 4)
result.append([detector.block, detector.settled, len(detector.maxima)])
feed(detector, 20)
result.append([detector.settled, len(detector.maxima)])
`);
    expect(result).toEqual([
      [16, 1 / 64, 16],
      [16, 1 / 64],
      [16, false],
      [20, 0, 20, false],
      [20, true, 0],
      [true, 1],
    ]);
  });

  it('keeps the newest outlier times that fit when their number changes', () => {
    const result = python(`
detector = Detector(params)
for time in (1, 2, 3, 4, 5, 6, 7):
    keep(detector.times, time, 5)
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
