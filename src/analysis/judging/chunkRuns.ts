/** A chunk of the history as the detectors read it: one run a channel, kept while it is the newest. */
import type { Run } from '../../detector/run.ts';
import type { Chunk } from '../../history/chunk.ts';

/** The run of a channel of a chunk, with its limits; undefined where there is none. */
export function createChunkRuns(): (chunk: Chunk | undefined, channel: number) => Run | undefined {
  let runs: readonly Run[] = [];
  let runsOf: Chunk | undefined;
  return (chunk, channel) => {
    // Room for a channel's values is made when the first comes.
    const isOther = chunk?.channels[channel]?.value !== runs[channel]?.value;
    if (chunk && (chunk !== runsOf || isOther)) {
      runsOf = chunk;
      runs = chunk.channels.map(({ value, lower, upper }) => ({
        time: chunk.time,
        value,
        limits: { lower, upper },
      }));
    }
    return runs[channel];
  };
}
