/**
 * The limits of samples that a run over the history has judged. They are only drawn, and they take a
 * fit of every block, which most verdicts do not: so a run leaves them out, but for those that a view
 * of hours reads, and they are worked out from the nearest checkpoint when a view shows them.
 */
import { copyDetector } from '../../detector/copyDetector.ts';
import type { Detector } from '../../detector/detector.ts';
import type { Run } from '../../detector/run.ts';
import { CHUNK_MASK, CHUNK_SAMPLES, type ChannelChunk, type Chunk } from '../../history/chunk.ts';
import { COARSE_SAMPLES } from '../../history/coarse.ts';
import { chunkAt, type History } from '../../history/history.ts';
import { limitsPlace, noteLimits } from '../../history/verdicts.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { JudgeSamples } from './judgeValues.ts';

export interface LimitsOnDemand {
  /**
   * Judges samples `[from, to)` of a channel, which lie in one chunk, without limits but for those
   * that stand for a whole coarse bucket. Run after run it has to come to the end of what there is.
   */
  judgeWithout(
    judge: JudgeSamples,
    detector: Detector,
    channel: number,
    from: number,
    to: number,
    onVerdict: (at: number, bits: number) => void,
  ): void;
  /** Works out those of a channel's retained samples `[from, to)` that were left out. */
  draw(channel: number, from: number, to: number): void;
  /** A new run begins. */
  clear(): void;
}

export function createLimitsOnDemand(around: {
  readonly history: History;
  readonly checkpoints: Checkpoints;
  readonly judge: JudgeSamples;
  /** A detector that has learned nothing; null: the channel is not judged. */
  readonly freshDetector: (channel: number) => Detector | null;
  /** Indexes at which detectors forgot everything, ascending. */
  readonly restarts: () => readonly number[];
}): LimitsOnDemand {
  const { history, checkpoints, judge, freshDetector, restarts } = around;
  /** Those from here on were written as the samples were judged. */
  let leftOutTo = 0;
  /** By channel, of a chunk by its number: up to which index they were worked out. */
  let drawnTo: Map<number, number>[] = [];

  /** One past the last of those left out in the chunk with that number. */
  const endIn = (chunk: number) => Math.min((chunk + 1) * CHUNK_SAMPLES, leftOutTo);

  function isDrawn(channel: number, chunk: number): boolean {
    return (drawnTo[channel]?.get(chunk) ?? 0) >= endIn(chunk);
  }

  /** Judges once more from the checkpoint before `from` up to `to`, and writes limits there. */
  function retrace(channel: number, from: number, to: number): void {
    const checkpoint = checkpoints.before(from);
    const known = checkpoint?.detectors[channel];
    let detector = known ? copyDetector(known) : freshDetector(channel);
    let at = checkpoint?.index ?? history.start;
    const ahead = restarts().filter((index) => index > at && index < to);
    for (const end of [...ahead, to]) {
      while (detector && at < end) at = retraceChunk(detector, channel, at, end);
      at = end;
      detector = freshDetector(channel);
    }
  }

  function retraceChunk(detector: Detector, channel: number, from: number, to: number): number {
    const at = from & CHUNK_MASK;
    const count = Math.min(to - from, CHUNK_SAMPLES - at);
    const chunk = chunkAt(history, from);
    const its = chunk?.channels[channel];
    if (chunk && its) {
      judge(detector, runOf(chunk, its, true), at, at + count, () => undefined);
      const number = Math.floor(from / CHUNK_SAMPLES);
      const drawn = drawnTo[channel] ?? new Map();
      drawnTo[channel] = drawn.set(number, from + count);
    }
    return from + count;
  }

  return {
    judgeWithout(judgeOnce, detector, channel, from, to, onVerdict) {
      const chunk = chunkAt(history, from);
      const its = chunk?.channels[channel];
      leftOutTo = Math.max(leftOutTo, to);
      if (!chunk || !its) return;
      const [bare, drawn] = [runOf(chunk, its, false), runOf(chunk, its, true)];
      const start = from - (from & CHUNK_MASK);
      for (let index = from; index < to; ) {
        const bucket = Math.floor(index / COARSE_SAMPLES);
        const end = Math.min(to, (bucket + 1) * COARSE_SAMPLES);
        const place = limitsPlace(history, channel, bucket) ?? end;
        if (place >= index && place < end) {
          judgeOnce(detector, bare, index - start, place - start, onVerdict);
          judgeOnce(detector, drawn, place - start, place + 1 - start, onVerdict);
          index = place + 1;
        }
        judgeOnce(detector, bare, index - start, end - start, onVerdict);
        index = end;
      }
      noteLimits(history, channel, from, to);
    },
    draw(channel, from, to) {
      const end = Math.min(to, leftOutTo);
      const start = Math.max(from, history.start);
      if (start >= end) return;
      let first = Math.floor(start / CHUNK_SAMPLES);
      let last = Math.floor((end - 1) / CHUNK_SAMPLES);
      while (first <= last && isDrawn(channel, first)) first += 1;
      while (first <= last && isDrawn(channel, last)) last -= 1;
      if (first <= last) retrace(channel, first * CHUNK_SAMPLES, endIn(last));
    },
    clear() {
      leftOutTo = 0;
      drawnTo = [];
    },
  };
}

const runOf = ({ time }: Chunk, { value, lower, upper }: ChannelChunk, isDrawn: boolean): Run => ({
  time,
  value,
  limits: isDrawn ? { lower, upper } : null,
});
