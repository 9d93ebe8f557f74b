/**
 * One board's samples on their way into the judging: sequence numbers become gaps, board time
 * becomes wall-clock time, the board's verdicts find their samples. Outlives a link, so that a board
 * that comes back goes on where it stopped.
 */
import type { Parameters } from '../detector/parameters.ts';
import { firstAtOrAfter, timeAt } from '../history/history.ts';
import { createSequence } from '../protocol/sequence.ts';
import { createBoardClock } from './boardClock.ts';
import type { VerdictMessage } from './boardSession.ts';
import { createJudging, type Judging } from './judging.ts';
import type { Channel } from './messages.ts';

/** Retained samples of one recording, pyramid included. */
const MAX_HISTORY_BYTES = 250e6;
const RATE_WINDOW_MS = 5000;

export interface Recording {
  readonly channels: readonly Channel[];
  readonly judging: Judging;
  sample(seq: number, boardMs: number, arrivalMs: number, values: ArrayLike<number>): void;
  foreignSample(arrivalMs: number, values: ArrayLike<number>): void;
  verdict(verdict: VerdictMessage): void;
  /** The link is gone: what comes next comes after a gap that nobody can count. */
  interrupted(): void;
  /** The board computes in 32-bit floats, and so sees its values rounded to them. */
  setSinglePrecision(single: boolean): void;
  counts(): RecordingCounts;
  /** Samples a second by the board's clock; 0 = not known yet. */
  rateHz(): number;
}

export interface RecordingCounts {
  readonly samples: number;
  readonly lost: number;
  readonly invalidValues: number;
}

export function createRecording(channels: readonly Channel[], parameters: Parameters): Recording {
  const judging = createJudging(channels.length, parameters, MAX_HISTORY_BYTES);
  const { history } = judging;
  const sequence = createSequence();
  const clock = createBoardClock();
  const row = new Float64Array(channels.length);
  let singlePrecision = false;
  let wasInterrupted = false;
  let lost = 0;
  let invalidValues = 0;

  function rebooted(): void {
    judging.gap(null);
    judging.restart();
    clock.reset();
  }

  function append(timeMs: number, values: ArrayLike<number>): void {
    for (let c = 0; c < channels.length; c++) {
      const value = values[c] ?? Number.NaN;
      row[c] = singlePrecision ? Math.fround(value) : value;
      if (!Number.isFinite(value)) invalidValues++;
    }
    judging.sample(timeMs, row);
  }

  return {
    channels,
    judging,
    sample(seq, boardMs, arrivalMs, values) {
      const succession = sequence.follow(seq, boardMs);
      if (succession.kind === 'rebooted') rebooted();
      else if (succession.kind === 'lost') {
        lost += succession.count;
        judging.gap(succession.count);
      }
      wasInterrupted = false;
      append(clock.wallMs(boardMs, arrivalMs), values);
    },
    foreignSample(arrivalMs, values) {
      if (wasInterrupted) rebooted();
      wasInterrupted = false;
      append(clock.wallMs(arrivalMs, arrivalMs), values);
    },
    verdict({ seq, channel, outlier, alarm, collective, probability }) {
      const ago = sequence.samplesAgo(seq);
      if (ago === null) return;
      const bits = (outlier ? 1 : 0) | (alarm ? 2 : 0) | (collective ? 4 : 0);
      judging.boardVerdict(channel, history.end - 1 - ago, bits, probability);
    },
    interrupted() {
      wasInterrupted = true;
    },
    setSinglePrecision(single) {
      singlePrecision = single;
    },
    counts: () => ({ samples: history.end, lost, invalidValues }),
    rateHz() {
      if (history.end - history.start < 2) return 0;
      const newest = timeAt(history, history.end - 1);
      const from = firstAtOrAfter(history, newest - RATE_WINDOW_MS);
      const spanMs = newest - timeAt(history, from);
      return spanMs > 0 ? ((history.end - 1 - from) / spanMs) * 1000 : 0;
    },
  };
}
