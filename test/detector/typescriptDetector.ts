import { changeParameters } from '../../src/detector/changeParameters.ts';
import { CAUSES, createDetector } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import type { Row, Run } from './detectorRows.ts';

/** What the TypeScript core makes of each run. */
export function typescriptRows(runs: readonly Run[]): Row[][] {
  return runs.map(rowsOf);
}

function rowsOf({ parameters, epsilon, steps }: Run): Row[] {
  let current = parameters;
  let d = createDetector(parameters, epsilon);
  return steps.map(({ timeMs, x, change, restart }) => {
    if (restart) d = createDetector(current, epsilon);
    if (change) {
      current = { ...current, ...change };
      changeParameters(d, current);
    }
    const verdict = judge(d, timeMs, x);
    return {
      verdict,
      cause: CAUSES.indexOf(d.cause),
      d: d.deviation,
      limit: d.limit,
      score: d.score,
      probability: d.probability,
      mean: d.mean,
      variance: d.variance,
      location: d.fitted ? d.location : null,
      shape: d.fitted ? d.shape : null,
      scale: d.fitted ? d.scale : null,
      r2: d.fitted ? d.r2 : null,
      quiet: Math.min(d.quiet, d.block),
      bar: d.bar,
    };
  });
}
