import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FIRMWARE_DIRECTORY } from '../../firmware/host/loadFirmwareFiles.ts';
import { PATIENCE_MS } from '../thoroughness.ts';

const PYTHON = '/usr/bin/python3';

function cpython(code: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(PYTHON, ['-B', '-c', code], {
    cwd: FIRMWARE_DIRECTORY,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
}

const hasNumpy = cpython('import numpy').status === 0;

describe('a build with ulab', () => {
  // ulab has the same calls as numpy for the few that the fit needs.
  it.skipIf(!hasNumpy)(
    `gives the same fits and verdicts as one without, to 1e-9${hasNumpy ? '' : ` (skipped: ${PYTHON} with numpy is not installed)`}`,
    () => {
      const run = cpython(`
import importlib, json, random, sys, types
import numpy
import parameters, weibull
assert weibull.fit.__module__ == "weibull_fit"
plain = weibull.fit
random.seed(1)
samples = [random.gauss(0, 1) + (20 if random.random() < 0.003 else 0) for _ in range(6000)]

def run():
    for name in ("level", "watcher", "drift", "rhythm", "detector"):
        importlib.reload(importlib.import_module(name))
    import detector
    d = detector.Detector(parameters.defaults())
    return [(d.step(x, i * 100), *(d.fit or (0, 0))[:3], d.next_limit) for i, x in enumerate(samples)]

without = run()
sys.modules["ulab"] = types.SimpleNamespace(numpy=numpy)
weibull = importlib.reload(weibull)
assert weibull.fit.__module__ == "weibull_ulab"
worst = 0.0
for n in list(range(3, 65)) * 3:
    maxima = [random.weibullvariate(3, random.choice((0.5, 2, 20))) + 1e-6 for _ in range(n)]
    for a, b in zip(plain(maxima, 0.8), weibull.fit(maxima, 0.8)):
        assert type(b) is float, type(b)
        worst = max(worst, abs(a - b) / abs(a))
for equal in ([2.5] * 5, [1e-6] * 64):
    assert weibull.fit(equal, 0.8)[1:3] == (float("inf"), equal[0])
    assert weibull.fit(equal, 0.8)[3] != weibull.fit(equal, 0.8)[3]
for a, b in zip(without, run()):
    assert a[0] == b[0]
    for x, y in zip(a[1:], b[1:]):
        worst = max(worst, abs(x - y) / max(abs(x), 1e-9))
print(json.dumps({"worst": worst, "outliers": sum(a[0] & 1 for a in without)}))
`);
      expect(run.stderr).toBe('');
      const { worst, outliers } = JSON.parse(run.stdout) as { worst: number; outliers: number };
      expect(worst).toBeLessThan(1e-9);
      expect(outliers).toBeGreaterThan(5);
    },
  );
});
