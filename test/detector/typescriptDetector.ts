import { changeParameters, createDetector } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import type { Row, Run } from './detectorRows.ts';

/** What the TypeScript core makes of each run. */
export function typescriptRows(runs: readonly Run[]): Row[][] {
  return runs.map(rowsOf);
}

function rowsOf({ parameters, steps }: Run): Row[] {
  let current = parameters;
  const d = createDetector(parameters);
  return steps.map(({ timeMs, x, change }) => {
    if (change) {
      current = { ...current, ...change };
      changeParameters(d, current);
    }
    const verdict = judge(d, timeMs, x);
    return {
      verdict,
      d: d.deviation,
      limit: d.limit,
      score: d.score,
      probability: d.probability,
      mean: d.mean,
      variance: d.variance,
      shape: d.fitted ? d.shape : null,
      scale: d.fitted ? d.scale : null,
      r2: d.fitted ? d.r2 : null,
      q: d.q,
      quiet: d.quiet,
      bar: d.bar,
    };
  });
}
