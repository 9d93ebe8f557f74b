/**
 * One board's samples on their way into the judging: sequence numbers become gaps, board time
 * becomes wall-clock time, the board's verdicts find their samples. Outlives a link, so that a board
 * that comes back goes on where it stopped.
 */

import { createRowPeriod } from '../../derived/rowPeriod.ts';
import { FEWEST_CHANNELS, MOST_CHANNELS } from '../../derived/together.ts';
import {
  type ChannelParameters,
  effectiveParameters,
  isJudged,
} from '../../detector/channelParameters.ts';
import { ALARM, COLLECTIVE, OUTLIER } from '../../detector/detector.ts';
import type { ConvertedParameter } from '../../detector/olderParameters.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { addMatches, type Scores, scoresOf } from '../../detector/scores.ts';
import { DOUBLE_EPSILON, epsilonOf } from '../../detector/sigma.ts';
import { firstAtOrAfter, noteGap, timeAt } from '../../history/history.ts';
import type { Tally } from '../../history/tally.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import { createSequence } from '../../protocol/sequence.ts';
import { PAGE_RULES } from '../messages/connectionState.ts';
import type { Agreement, Channel } from '../messages/findings.ts';
import type { FalseAlarms, JudgingSettings, OwnParameters } from '../messages/judgingMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import { compareVerdicts } from './agreement.ts';
import { createBoardClock } from './boardClock.ts';
import { type BoardOffset, createBoardOffsets } from './boardOffsets.ts';
import { expectedFalseAlarms } from './falseAlarms.ts';
import {
  type JudgedBy,
  judgeAlike,
  judgedBy,
  judgingDifferences,
  parametersOf,
} from './judgedBy.ts';
import { createJudging, type Judging } from './judging.ts';
import { matchLabels } from './labelScores.ts';
import { createTogetherChannel, type TogetherChannel } from './togetherChannel.ts';

const RATE_WINDOW_MS = 5000;
/** A sketch that is silent for longer, and for so many periods of its slowest channel, pauses. */
const PAUSE_MS = 2000;
const PAUSE_PERIODS = 5;
/** The channels together take their turn in slices so many times halved: each costs more. */
const TOGETHER_SHARE = 2;
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
  /** Those of the board and, when it is wanted, the channel that is judged of them together. */
  allChannels(): readonly Channel[];
  /** Null when it is not wanted, or there are too few channels or too many. */
  together(): TogetherChannel | null;
  /** Where a channel is judged, the one of all together too. */
  placeOf(channel: number): JudgedChannel | null;
  /** Begins to judge everything anew. */
  judgeWith(settings: JudgingSettings): void;
  /** Judges at most `budget` samples more; whether none is left. */
  advance(budget: number): boolean;
  /** Whether it would be judged otherwise by now: by these settings, or by R as it has become known. */
  isOutdated(settings: JudgingSettings): boolean;
  /** What these settings mean here. */
  judgedBy(settings: JudgingSettings): JudgedBy;
  /** What the channels of the board have of their own. */
  boardOwn(): OwnParameters;
  /** Of the board's parameters, what meant something else under rules 2; null when it has not said. */
  boardConverted(): readonly ConvertedParameter[] | null;
  /** Samples that the board has left out; null when it does not say. */
  leftOut(): number | null;
  falseAlarms(): FalseAlarms | null;
  keepWithin(historyBytes: number): void;
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

/** What a view, or a measurement, needs of a signal. */
export type SeenSignal = Pick<Signal, 'judging' | 'allChannels' | 'placeOf' | 'rateHz'>;

export interface JudgedChannel {
  readonly judging: Judging;
  /** There. */
  readonly channel: number;
  /** Sample 0 there is this one of the signal. */
  readonly firstIndex: number;
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
  initial: JudgingSettings,
  initialBytes: number,
  origin: SignalOrigin = 'board',
): Signal {
  let channels = itsChannels;
  const nan = origin === 'board' ? 'invalid' : 'absent';
  const areOwnRates = origin === 'sketch';
  let settings = initial;
  let historyBytes = initialBytes;
  let epsilon = DOUBLE_EPSILON;
  const rowPeriod = createRowPeriod();
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
  let boardOwn: readonly ChannelParameters[] = [];
  let converted: readonly ConvertedParameter[] | null = null;
  let rules = PAGE_RULES;
  let leftOut: number | null = null;
  /** The board has told of its parameters since its last sample. */
  let told = false;
  let boardLearnsUnder = '';
  let togetherChannel: TogetherChannel | null = null;
  /** The channels together must be made anew. */
  let isStale = false;
  const judging = createJudging(channels.length, resolved(settings), bytesOf('channels'), {
    nan,
    areOwnRates,
  });
  const { history } = judging;
  /** Index of the sample at which both began to learn; null when they did not begin together. */
  let together: number | null = null;
  /** Index of the first sample that is compared, and `lost` at that moment. */
  let comparedFrom = 0;
  let lostBefore = 0;

  function resolved(wanted: JudgingSettings): JudgedBy {
    const periodMs = board?.period ?? rowPeriod.periodMs() ?? wanted.parameters.period;
    return judgedBy(wanted, channels, periodMs, epsilon);
  }

  function canTogether(): boolean {
    const count = channels.length;
    return settings.together && count >= FEWEST_CHANNELS && count <= MOST_CHANNELS;
  }

  function bytesOf(part: 'channels' | 'together'): number {
    if (!canTogether()) return part === 'channels' ? historyBytes : 0;
    const own = historyBytes / (channels.length + 1);
    return part === 'channels' ? historyBytes - own : own;
  }

  function createTogether(): TogetherChannel | null {
    if (!canTogether()) return null;
    return createTogetherChannel(judging, channels.length, judging.by(), bytesOf('together'));
  }

  function judgeWith(wanted: JudgingSettings): void {
    const before = settings.together;
    settings = wanted;
    isStale = false;
    judging.events.listOnlyAgreeing(settings.onlyWhenTwoAgree);
    judging.judgeWith(resolved(settings));
    if (before !== settings.together) judging.keepWithin(bytesOf('channels'));
    togetherChannel = createTogether();
  }

  /** What is known of R, or of the numbers of the board, before there is a sample. */
  function judgeFromTheStart(): void {
    if (history.end === 0) judgeWith(settings);
  }

  /** All that the board has told of its parameters stands before its next sample. */
  function takeWhatWasTold(): void {
    told = false;
    const matters = board && (board.meanGap === 0 || board.season > 0);
    const now = JSON.stringify([{ ...board, period: matters ? board?.period : 0 }, boardOwn]);
    // What it said up to here it said by the former ones: the browser judges all anew.
    if (boardLearnsUnder !== '' && boardLearnsUnder !== now) compareFromHere();
    boardLearnsUnder = now;
  }

  /** Whether browser and board judge all channels alike. */
  function judgesLikeBoard(its: Parameters): boolean {
    const by = judging.by();
    return channels.every((_, channel) => {
      const own = boardOwn[channel] ?? {};
      const here = parametersOf(by, channel);
      if (here === null || !isJudged(own)) return here === null && !isJudged(own);
      return judgingDifferences(effectiveParameters(its, own), here).length === 0;
    });
  }

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
    togetherChannel?.advance(1);
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

  function rateHz(): number {
    if (history.end - history.start < 2) return 0;
    const newestMs = timeAt(history, history.end - 1);
    const from = firstAtOrAfter(history, newestMs - RATE_WINDOW_MS);
    const spanMs = newestMs - timeAt(history, from);
    return spanMs > 0 ? ((history.end - 1 - from) / spanMs) * 1000 : 0;
  }

  judgeWith(settings);

  return {
    get channels() {
      return channels;
    },
    judging,
    grow(more, bytes) {
      channels = more;
      historyBytes = bytes;
      row = new Float64Array(channels.length);
      judging.addChannels(channels.length, bytesOf('channels'), resolved(settings));
      // The channels together are others, and stand behind all: they begin anew, and all events.
      if (togetherChannel) isStale = true;
      togetherChannel = null;
    },
    allChannels: () =>
      togetherChannel
        ? [...channels, { name: 'together', unit: '', derived: 'together' }]
        : channels,
    together: () => togetherChannel,
    placeOf(channel) {
      if (channel < channels.length) return { judging, channel, firstIndex: 0 };
      if (!togetherChannel || channel > channels.length) return null;
      const { firstIndex } = togetherChannel;
      return { judging: togetherChannel.judging, channel: 0, firstIndex };
    },
    judgeWith,
    advance(budget) {
      const isThrough = judging.advance(budget);
      return isThrough && (togetherChannel?.advance(budget >> TOGETHER_SHARE) ?? true);
    },
    isOutdated: (wanted) =>
      isStale ||
      wanted !== settings ||
      !judgeAlike(resolved(wanted), judging.by(), channels.length),
    judgedBy: resolved,
    boardOwn: () =>
      Object.fromEntries(
        channels.flatMap(({ name }, channel) => {
          const own = boardOwn[channel];
          return own && Object.keys(own).length > 0 ? [[name, own]] : [];
        }),
      ),
    boardConverted: () => converted,
    leftOut: () => leftOut,
    falseAlarms() {
      const by = judging.by();
      const judged = channels.flatMap((_, channel) => parametersOf(by, channel) ?? []);
      return expectedFalseAlarms(judged, togetherChannel !== null, rateHz());
    },
    keepWithin(bytes) {
      historyBytes = bytes;
      judging.keepWithin(bytesOf('channels'));
      togetherChannel?.judging.keepWithin(bytesOf('together'));
    },
    greeted(hello, started) {
      // A board that computes in shorter floats sees its values rounded to them.
      singlePrecision = hello.float !== 64;
      rules = hello.rules;
      leftOut = hello.skipped ?? leftOut;
      epsilon = history.end === 0 ? epsilonOf(hello.float) : epsilon;
      judgeFromTheStart();
      hasStarted ||= started;
    },
    sample({ seq, timeMs: boardMs, values }, arrivalMs) {
      if (told) takeWhatWasTold();
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
      // A file says nothing of R.
      if (!board) rowPeriod.take(timeMs);
      append(timeMs, values);
    },
    row({ timeMs, values }) {
      if (wasInterrupted) rebooted();
      wasInterrupted = false;
      boardOffsets.keep(history.end, null);
      notePause(timeMs);
      append(clock.wallMs(timeMs, timeMs), values);
    },
    verdict({ seq, channel, outlier, alarm, collective, probability, cause }) {
      const ago = sequence.samplesAgo(seq);
      if (ago === null) return;
      const bits = (outlier ? OUTLIER : 0) | (alarm ? ALARM : 0) | (collective ? COLLECTIVE : 0);
      judging.boardVerdict(channel, history.end - 1 - ago, bits, probability, cause);
    },
    watched({ seq, channel, cause, value, center, limit }) {
      const ago = sequence.samplesAgo(seq);
      if (ago === null) return;
      const judged = { of: cause, value, center, limit };
      judging.boardWatched(channel, history.end - 1 - ago, judged);
    },
    boardParameters({ parameters, converted: its }) {
      told = true;
      board = parameters;
      converted = its;
      boardOwn = [];
      judgeFromTheStart();
    },
    ownParameters(channel, own) {
      if (channel >= channels.length) return;
      told = true;
      boardOwn = channels.map((_, c) => (c === channel ? own : (boardOwn[c] ?? {})));
    },
    skipped(count) {
      leftOut = count;
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
    rateHz,
    tally() {
      const newest = history.end > 0 ? timeAt(history, history.end - 1) : 0;
      return judging.ledger.tally({
        from: firstAtOrAfter(history, newest - TALLY_MS),
        to: history.end,
      });
    },
    agreement() {
      if (rules !== PAGE_RULES) return { comparable: false, why: 'older-rules' };
      if (board && !judgesLikeBoard(board)) {
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
