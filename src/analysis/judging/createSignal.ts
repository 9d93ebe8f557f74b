/**
 * One board's samples on their way into the judging: sequence numbers become gaps, board time
 * becomes wall-clock time, the board's verdicts find their samples. Outlives a link, so that a board
 * that comes back goes on where it stopped.
 */

import { createRowPeriod } from '../../derived/rowPeriod.ts';
import { FEWEST_CHANNELS, MOST_CHANNELS } from '../../derived/together.ts';
import { ALARM, COLLECTIVE, OUTLIER } from '../../detector/detector.ts';
import { DOUBLE_EPSILON, epsilonOf } from '../../detector/sigma.ts';
import { noteGap, timeAt } from '../../history/history.ts';
import { createSequence } from '../../protocol/sequence.ts';
import type { Channel } from '../messages/findings.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import { createBoardClock } from './boardClock.ts';
import { createBoardComparison } from './boardComparison.ts';
import { createBoardNames } from './boardNames.ts';
import { createBoardOffsets } from './boardOffsets.ts';
import { createJudging } from './createJudging.ts';
import { idOf } from './eventId.ts';
import { expectedFalseAlarms } from './falseAlarms.ts';
import { type JudgedBy, judgeAlike, judgedBy, parametersOf } from './judgedBy.ts';
import { scoresAgainst } from './labelScores.ts';
import { resumptionOf, type SampleTimes } from './resumption.ts';
import type { Signal, SignalOrigin } from './signal.ts';
import { rateHzOf, tallyOf } from './signalFigures.ts';
import { createSilenceWatch } from './silence.ts';
import { createTogetherChannel, type TogetherChannel } from './togetherChannel.ts';
import { createToldParameters } from './toldParameters.ts';

/** A sketch that is silent for longer, and for so many periods of its slowest channel, pauses. */
const PAUSE_MS = 2000;
const PAUSE_PERIODS = 5;
/** The channels together take their turn in slices so many times halved: each costs more. */
const TOGETHER_SHARE = 2;

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
  const silence = createSilenceWatch();
  let row = new Float64Array(channels.length);
  const boardOffsets = createBoardOffsets();
  const boardNames = createBoardNames();
  let singlePrecision = false;
  let wasInterrupted = false;
  let hasStarted = false;
  let newest: SampleTimes | null = null;
  let lastRowMs: number | null = null;
  let otherBoards = 0;
  let lost = 0;
  let invalidValues = 0;
  let leftOut: number | null = null;
  const told = createToldParameters();
  let togetherChannel: TogetherChannel | null = null;
  /** The channels together must be made anew. */
  let isStale = false;
  const judging = createJudging(channels.length, resolved(settings), bytesOf('channels'), {
    nan,
    areOwnRates,
  });
  const { history } = judging;
  const comparison = createBoardComparison(judging, told);

  function resolved(wanted: JudgingSettings): JudgedBy {
    const periodMs = told.general()?.period ?? rowPeriod.periodMs() ?? wanted.parameters.period;
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

  function isAnew(boardMs: number, arrivalMs: number): boolean {
    if (hasStarted) return true;
    if (!wasInterrupted || newest === null) return false;
    const resumption = resumptionOf(newest, { boardMs, arrivalMs });
    if (resumption === 'other-board') otherBoards += 1;
    return resumption !== 'went-on';
  }

  function rebooted(): void {
    sequence.reset();
    noteGap(history, null);
    judging.restart();
    judging.pause();
    lastRowMs = null;
    silence.reset();
    clock.reset();
    comparison.beginTogether(lost);
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
    boardOwn: () => told.own(channels),
    boardConverted: told.converted,
    leftOut: () => leftOut,
    falseAlarms() {
      const by = judging.by();
      const judged = channels.flatMap((_, channel) => parametersOf(by, channel) ?? []);
      return expectedFalseAlarms(judged, togetherChannel !== null, rateHzOf(history));
    },
    keepWithin(bytes) {
      historyBytes = bytes;
      judging.keepWithin(bytesOf('channels'));
      togetherChannel?.judging.keepWithin(bytesOf('together'));
    },
    greeted(hello, started) {
      // A board that computes in shorter floats sees its values rounded to them.
      singlePrecision = hello.float !== 64;
      comparison.greeted(hello.rules);
      leftOut = hello.skipped ?? leftOut;
      epsilon = history.end === 0 ? epsilonOf(hello.float) : epsilon;
      judgeFromTheStart();
      hasStarted ||= started;
    },
    sample({ seq, timeMs: boardMs, values }, arrivalMs) {
      // What it said up to here it said by the former ones: the browser judges all anew.
      if (told.areOthersNow()) comparison.compareFromHere(lost);
      // A board that is heard from its first sample on has learned nothing before.
      if (history.end === 0 && seq === 0) comparison.beginTogether(lost);
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
      if (silence.endsAt(timeMs)) noteGap(history, 0);
      // A file says nothing of R.
      if (!told.general()) rowPeriod.take(timeMs);
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
    named({ seq, channel, name, share }) {
      const ago = sequence.samplesAgo(seq);
      if (ago === null || channel >= channels.length) return;
      const index = history.end - 1 - ago;
      if (index < history.start) return;
      const event = idOf({ channel, index });
      boardNames.add({ event, channel, timeMs: timeAt(history, index), name, share });
    },
    watched({ seq, channel, cause, value, center, limit }) {
      const ago = sequence.samplesAgo(seq);
      if (ago === null) return;
      const judged = { of: cause, value, center, limit };
      judging.boardWatched(channel, history.end - 1 - ago, judged);
    },
    boardParameters(read) {
      told.tell(read);
      judgeFromTheStart();
    },
    ownParameters(channel, own) {
      if (channel < channels.length) told.tellOwn(channel, own);
    },
    skipped(count) {
      leftOut = count;
    },
    restart() {
      judging.restart();
      comparison.beginTogether(lost);
    },
    interrupted() {
      wasInterrupted = true;
    },
    boardOffsets: boardOffsets.list,
    counts: () => ({ samples: history.end, lost, invalidValues, otherBoards }),
    rateHz: () => rateHzOf(history),
    tally: () => tallyOf(judging),
    boardNames,
    agreement: () => comparison.agreement(channels.length, lost),
    scores: (labels) => scoresAgainst(labels, judging, channels.length),
  };
}
