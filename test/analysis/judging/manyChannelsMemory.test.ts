/** As many channels as are kept, for longer than memory lasts: it stays within what the person allows. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import { historyBytes } from '../../../src/analysis/judging/retention.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { mulberry32 } from '../../signals/benchmarkSignal.ts';
import { atDesk } from '../../thoroughness.ts';

const CHANNELS = 256;
const MEGABYTES = 100;
/** Bytes in use, of objects and of arrays, without what nobody holds any more. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe(`${CHANNELS} channels for twice as long as ${MEGABYTES} MB last`, () => {
  it.skipIf(atDesk)('take no more than that', () => {
    const before = bytesInUse();
    const random = mulberry32(7);
    const judging = createJudging(CHANNELS, alike(DEFAULT_PARAMETERS), historyBytes(MEGABYTES));
    const values = new Float64Array(CHANNELS);
    let samples = 0;
    while (judging.history.start < judging.history.end / 2 || samples < 1000) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        values[channel] = random();
      }
      judging.sample(samples * 10, values);
      samples++;
    }
    const megabytes = (bytesInUse() - before) / 1e6;
    process.stdout.write(
      `${CHANNELS} channels, ${samples} samples, ${judging.history.end - judging.history.start} kept: ${megabytes.toFixed(1)} of ${MEGABYTES} MB\n`,
    );
    expect(megabytes).toBeLessThan(MEGABYTES);
    // It is used, too.
    expect(megabytes).toBeGreaterThan(MEGABYTES / 4);
  });
});
