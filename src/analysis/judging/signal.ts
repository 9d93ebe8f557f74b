/**
 * One board's samples on their way into the judging: sequence numbers become gaps, board time
 * becomes wall-clock time, the board's verdicts find their samples. Outlives a link, so that a board
 * that comes back goes on where it stopped.
 */
import { ALARM, COLLECTIVE, OUTLIER } from '../../detector/detector.ts';
import { differingParameters, type Parameters } from '../../detector/parameters.ts';
import { addMatches, type Scores, scoresOf } from '../../detector/scores.ts';
import { firstAtOrAfter, noteGap, timeAt } from '../../history/history.ts';
import type { Tally } from '../../history/tally.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import { createSequence } from '../../protocol/sequence.ts';
import type { Agreement, Channel } from '../messages/findings.ts';
import type { Label } from '../messages/studyMessages.ts';
import { compareVerdicts } from './agreement.ts';
import { createBoardClock } from './boardClock.ts';
import { type BoardOffset, createBoardOffsets } from './boardOffsets.ts';
import { createJudging, type Judging } from './judging.ts';
import { matchLabels } from './labelScores.ts';

const RATE_WINDOW_MS = 5000;
/** A sketch that is silent for longer, and for so many periods of its slowest channel, pauses. */
const PAUSE_MS = 2000;
const PAUSE_PERIODS = 5;
const TALLY_MS = 10 * 60_000;
/**
 * By how much less than the host's clock a board's has gone on over a break before it is taken to
 * have started anew: more than a busy host delays a sample, and than two clocks differ.
 */
const RESUMED_WITHIN_MS = 500;
const RESUMED_WITHIN_SHARE = 0.02;
/** A clock that went on by so much more is another board's: a busy host catches up by less. */
const AHEAD_WITHIN_MS = 5000;

/**
 * Takes what one board says of its samples. A board that went on over a break has a gap that its
 * sequence numbers count; one that has started anew, by its clock, one that nobody can count.
 */
export interface Signal extends Omit<SampleSink, 'channels' | 'channelsForgotten'> {
  readonly channels: readonly Channel[];
  /** These and more, from the next row on. */
  grow(channels: readonly Channel[], historyBytes: number): void;
  readonly judging: Judging;
  /** How board time is had from the samples' times; ascending, changes only. */
  boardOffsets(): readonly BoardOffset[];
  counts(): SignalCounts;
  /** Samples a second by the board's clock; 0 = not known yet. */
  rateHz(): number;
  /** Verdicts on the last ten minutes. */
  tally(): { readonly browser: Tally; readonly board: Tally };
  agreement(): Agreement;
  /** The browser's outliers against the labels, over all that is retained. */
  scores(labels: readonly Label[]): Scores | null;
}

export interface SignalCounts {
  readonly samples: number;
  readonly lost: number;
  readonly invalidValues: number;
  /** How often another board with this one's id went on, over a break. */
  readonly otherBoards: number;
}

/** Of what channels are: those of a board of ours, of any other sketch, or of a table in a file. */
export type SignalOrigin = 'board' | 'sketch' | 'table';

/** @param historyBytes what the retained samples and the overview of the session may take */
export function createSignal(
  itsChannels: readonly Channel[],
  parameters: Parameters,
  historyBytes: number,
  origin: SignalOrigin = 'board',
): Signal {
  let channels = itsChannels;
  const nan = origin === 'board' ? 'invalid' : 'absent';
  const areOwnRates = origin === 'sketch';
  const judging = createJudging(channels.length, parameters, historyBytes, nan, areOwnRates);
  const { history } = judging;
  const sequence = createSequence();
  const clock = createBoardClock();
  let row = new Float64Array(channels.length);
  const boardOffsets = createBoardOffsets();
  let singlePrecision = false;
  let wasInterrupted = false;
  let hasStarted = false;
  let newest: { readonly boardMs: number; readonly arrivalMs: number } | null = null;
  let lastRowMs: number | null = null;
  let otherBoards = 0;
  let lost = 0;
  let invalidValues = 0;
  let board: Parameters | null = null;
  /** Index of the sample at which both began to learn; null when they did not begin together. */
  let together: number | null = null;
  /** Index of the first sample that is compared, and `lost` at that moment. */
  let comparedFrom = 0;
  let lostBefore = 0;

  function beginTogether(): void {
    together = history.end;
    compareFromHere();
  }

  function compareFromHere(): void {
    comparedFrom = history.end;
    lostBefore = lost;
  }

  function isAnew(boardMs: number, arrivalMs: number): boolean {
    if (hasStarted) return true;
    if (!wasInterrupted || newest === null) return false;
    const passedMs = arrivalMs - newest.arrivalMs;
    const behindMs = passedMs - (boardMs - newest.boardMs);
    if (-behindMs > Math.max(AHEAD_WITHIN_MS, passedMs * RESUMED_WITHIN_SHARE)) {
      otherBoards += 1;
      return true;
    }
    return behindMs > Math.max(RESUMED_WITHIN_MS, passedMs * RESUMED_WITHIN_SHARE);
  }

  function rebooted(): void {
    sequence.reset();
    noteGap(history, null);
    judging.restart();
    judging.pause();
    lastRowMs = null;
    clock.reset();
    beginTogether();
  }

  function append(timeMs: number, values: ArrayLike<number>): void {
    for (let c = 0; c < channels.length; c++) {
      const value = values[c] ?? Number.NaN;
      row[c] = singlePrecision ? Math.fround(value) : value;
      if (!Number.isFinite(value) && !(nan === 'absent' && Number.isNaN(value))) invalidValues++;
    }
    const { start } = history;
    judging.sample(timeMs, row);
    if (history.start !== start) boardOffsets.samplesGivenUp(history.start);
  }

  /** Nothing came for so long that it is drawn as nothing: no line leads over it. */
  function notePause(timeMs: number): void {
    const pauseMs = timeMs - (lastRowMs ?? timeMs);
    lastRowMs = timeMs;
    if (pauseMs <= PAUSE_MS) return;
    const slowestMs = channels.reduce(
      (slowest, _, channel) => Math.max(slowest, judging.periodMs(channel) ?? 0),
      0,
    );
    if (pauseMs > PAUSE_PERIODS * slowestMs) noteGap(history, 0);
  }

  return {
    get channels() {
      return channels;
    },
    judging,
    grow(more, bytes) {
      channels = more;
      row = new Float64Array(channels.length);
      judging.addChannels(channels.length, bytes);
    },
    greeted(hello, started) {
      // A board that computes in 32-bit floats sees its values rounded to them.
      singlePrecision = hello.float === 32;
      hasStarted ||= started;
    },
    sample({ seq, timeMs: boardMs, values }, arrivalMs) {
      // A board that is heard from its first sample on has learned nothing before.
      if (history.end === 0 && seq === 0) beginTogether();
      if (isAnew(boardMs, arrivalMs)) rebooted();
      const succession = sequence.follow(seq, boardMs);
      if (succession.kind === 'rebooted') {
        rebooted();
        sequence.follow(seq, boardMs);
      } else if (succession.kind === 'lost') {
        lost += succession.count;
        noteGap(history, succession.count);
      }
      wasInterrupted = false;
      hasStarted = false;
      newest = { boardMs, arrivalMs };
      const timeMs = clock.wallMs(boardMs, arrivalMs);
      boardOffsets.keep(history.end, clock.offsetMs());
      append(timeMs, values);
    },
    row({ timeMs, values }) {
      if (wasInterrupted) rebooted();
      wasInterrupted = false;
      boardOffsets.keep(history.end, null);
      notePause(timeMs);
      append(clock.wallMs(timeMs, timeMs), values);
    },
    verdict({ seq, channel, outlier, alarm, collective, probability }) {
      const ago = sequence.samplesAgo(seq);
      if (ago === null) return;
      const bits = (outlier ? OUTLIER : 0) | (alarm ? ALARM : 0) | (collective ? COLLECTIVE : 0);
      judging.boardVerdict(channel, history.end - 1 - ago, bits, probability);
    },
    boardParameters(read) {
      // What it said up to here it said by the former ones: the browser judges all anew.
      if (board && differingParameters(board, read).some(isJudging)) compareFromHere();
      board = read;
    },
    restart() {
      judging.restart();
      beginTogether();
    },
    interrupted() {
      wasInterrupted = true;
    },
    boardOffsets: boardOffsets.list,
    counts: () => ({ samples: history.end, lost, invalidValues, otherBoards }),
    rateHz() {
      if (history.end - history.start < 2) return 0;
      const newest = timeAt(history, history.end - 1);
      const from = firstAtOrAfter(history, newest - RATE_WINDOW_MS);
      const spanMs = newest - timeAt(history, from);
      return spanMs > 0 ? ((history.end - 1 - from) / spanMs) * 1000 : 0;
    },
    tally() {
      const newest = history.end > 0 ? timeAt(history, history.end - 1) : 0;
      return judging.ledger.tally({
        from: firstAtOrAfter(history, newest - TALLY_MS),
        to: history.end,
      });
    },
    agreement() {
      if (board && differingParameters(board, judging.parameters()).some(isJudging)) {
        return { comparable: false, why: 'parameters-differ' };
      }
      // A run over the history that began later knows less than the board.
      if (together === null || together < judging.judgedFrom()) {
        return { comparable: false, why: 'learned-differently' };
      }
      const from = Math.max(comparedFrom, history.start);
      const comparison = compareVerdicts(history, judging.ledger, from);
      const changed = comparedFrom > together && from < history.end;
      const changedAtMs = changed ? timeAt(history, from) : null;
      return { comparable: true, changedAtMs, ...comparison, lost: lost - lostBefore };
    },
    scores(labels) {
      let matches = { flagged: 0, right: 0, labels: 0, met: 0 };
      for (let channel = 0; channel < channels.length; channel++) {
        const own = labels.filter((label) => label.channel === channel);
        if (own.length === 0) continue;
        matches = addMatches(matches, matchLabels(history, judging.ledger, channel, own));
      }
      return scoresOf(matches);
    },
  };
}

/** The sampling period judges nothing. */
const isJudging = (name: string) => name !== 'period';
