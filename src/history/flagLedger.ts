/**
 * What was said of any range of the retained samples, summed up. A look at every flagged sample once
 * a second would hold up the worker when millions are retained: each chunk is summed up once, and
 * again only after one of its samples was judged.
 */
import { BUCKET_BITS, CHUNK_MASK, CHUNK_SAMPLES } from './chunk.ts';
import type { IndexRange } from './columns.ts';
import { channelChunkAt, type History } from './history.ts';
import { MARKED } from './mostExtreme.ts';
import {
  type CountedRuns,
  countRuns,
  joinRuns,
  NO_RUNS,
  sumOfCounts,
  type Tally,
} from './tally.ts';
import { BOARD_SHIFT, BROWSER_BITS } from './verdicts.ts';

/** Of the samples on which browser and board differ, so many are named, the newest. */
export const NAMED_DISAGREEMENTS = 20;

/** Of a range of one channel. */
export interface FlagSummary {
  readonly browser: CountedRuns;
  readonly board: CountedRuns;
  /** Samples that either has marked, as an outlier or with an alarm. */
  readonly marked: number;
  /** Of these, with the same verdict by both. */
  readonly agreed: number;
  /** Indexes of the newest others, ascending, at most `NAMED_DISAGREEMENTS`. */
  readonly disagreements: readonly number[];
}

export interface FlagLedger {
  /** To be told whenever the flags of a sample have changed. */
  changed(index: number): void;
  /** To be told when the flags of any samples may have changed. */
  allChanged(): void;
  /** Sums up the chunk of this sample now, so that nobody waits for many of them later. */
  sumUpChunk(index: number): void;
  /** Of the retained samples of a range. */
  summary(channelIndex: number, range: IndexRange): FlagSummary;
  /** Of the retained samples of a range, all channels together. */
  tally(range: IndexRange): { readonly browser: Tally; readonly board: Tally };
}

const NOTHING: FlagSummary = {
  browser: NO_RUNS,
  board: NO_RUNS,
  marked: 0,
  agreed: 0,
  disagreements: [],
};

/** @param history whose flags are summed up; whoever changes one must say so by `changed` */
export function createFlagLedger(history: History): FlagLedger {
  /** By the number of the chunk since the start of the session; one entry a channel. */
  const known = new Map<number, FlagSummary[]>();
  /** The chunk that was struck out last: most changes come in order. */
  let struck = -1;

  /** Of a whole chunk, one entry a channel. */
  function ofChunk(chunk: number): readonly FlagSummary[] {
    let channels = known.get(chunk);
    if (!channels) {
      const from = chunk * CHUNK_SAMPLES;
      const range = { from, to: from + CHUNK_SAMPLES };
      channels = Array.from({ length: history.channelCount }, (_, c) => sumUp(history, c, range));
      known.set(chunk, channels);
      if (struck === chunk) struck = -1;
    }
    return channels;
  }

  function forgetGivenUp(): void {
    const first = history.start / CHUNK_SAMPLES;
    if (known.size <= history.chunks.length) return;
    for (const chunk of known.keys()) if (chunk < first) known.delete(chunk);
  }

  function summary(channelIndex: number, range: IndexRange): FlagSummary {
    forgetGivenUp();
    const to = Math.min(range.to, history.end);
    let all = NOTHING;
    for (let i = Math.max(range.from, history.start); i < to; ) {
      const chunk = Math.floor(i / CHUNK_SAMPLES);
      const from = chunk * CHUNK_SAMPLES;
      const end = Math.min(to, from + CHUNK_SAMPLES);
      const isWhole = i === from && end === from + CHUNK_SAMPLES;
      const part = isWhole
        ? (ofChunk(chunk)[channelIndex] ?? NOTHING)
        : sumUp(history, channelIndex, { from: i, to: end });
      all = join(all, part);
      i = end;
    }
    return all;
  }

  return {
    changed(index) {
      const chunk = Math.floor(index / CHUNK_SAMPLES);
      if (chunk === struck) return;
      known.delete(chunk);
      struck = chunk;
    },
    allChanged() {
      known.clear();
      struck = -1;
    },
    sumUpChunk(index) {
      forgetGivenUp();
      ofChunk(Math.floor(index / CHUNK_SAMPLES));
    },
    summary,
    tally(range) {
      const channels = Array.from({ length: history.channelCount }, (_, c) => summary(c, range));
      return {
        browser: sumOfCounts(channels.map(({ browser }) => browser)),
        board: sumOfCounts(channels.map(({ board }) => board)),
      };
    },
  };
}

/** Of a range within one chunk: looks at every sample of the buckets in which any is flagged. */
function sumUp(history: History, channelIndex: number, { from, to }: IndexRange): FlagSummary {
  const channel = channelChunkAt(history, channelIndex, from);
  if (!channel) return NOTHING;
  const { flags, bucketFlags } = channel;
  const browser = countRuns();
  const board = countRuns();
  const differing: number[] = [];
  let marked = 0;
  let agreed = 0;
  const first = from & CHUNK_MASK;
  const end = first + (to - from);
  for (let at = first; at < end; ) {
    const next = Math.min(end, ((at >> BUCKET_BITS) + 1) << BUCKET_BITS);
    for (; bucketFlags[at >> BUCKET_BITS] !== 0 && at < next; at++) {
      const bits = flags[at] ?? 0;
      if (bits === 0) continue;
      const [its, boards] = [bits & BROWSER_BITS, bits >> BOARD_SHIFT];
      if (its !== 0) browser.add(its);
      if (boards !== 0) board.add(boards);
      if ((bits & MARKED) === 0) continue;
      marked += 1;
      if (its === boards) agreed += 1;
      else differing.push(from + (at - first));
    }
    at = next;
  }
  return {
    browser: browser.total(),
    board: board.total(),
    marked,
    agreed,
    disagreements: differing.slice(-NAMED_DISAGREEMENTS),
  };
}

function join(before: FlagSummary, after: FlagSummary): FlagSummary {
  return {
    browser: joinRuns(before.browser, after.browser),
    board: joinRuns(before.board, after.board),
    marked: before.marked + after.marked,
    agreed: before.agreed + after.agreed,
    disagreements:
      after.disagreements.length === 0
        ? before.disagreements
        : [...before.disagreements, ...after.disagreements].slice(-NAMED_DISAGREEMENTS),
  };
}
