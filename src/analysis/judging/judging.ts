/**
 * What the browser's detectors say of a signal. Judging is a cursor over the history: live
 * samples move its end, a change of parameters sends it back to the start. So every sample is judged
 * in order by the parameters in force, and the newest change always wins.
 */
import { listLongRing, listMaxima } from '../../detector/blockMaxima.ts';
import { oldestTime } from '../../detector/collective.ts';
import { changeParameters, createDetector, type Detector } from '../../detector/detector.ts';
import { reportGev } from '../../detector/gev.ts';
import { judgeRun } from '../../detector/judge.ts';
import { differingParameters, type Parameters } from '../../detector/parameters.ts';
import type { Run } from '../../detector/run.ts';
import { CHUNK_MASK, CHUNK_SAMPLES, type Chunk } from '../../history/chunk.ts';
import { createFlagLedger, type FlagLedger } from '../../history/flagLedger.ts';
import {
  addChannels,
  addFlags,
  appendSample,
  BOARD_SHIFT,
  chunkAt,
  clearBrowserFlags,
  createHistory,
  type History,
  keepWithin,
  type MeaningOfNaN,
  noteLimits,
  samplesGivenUpAtOnce,
  timeAt,
  valueAt,
} from '../../history/history.ts';
import type { FitReport } from '../messages/findings.ts';
import { type AnomalyEvents, createAnomalyEvents } from './anomalyEvents.ts';
import { createBoardVerdicts } from './boardVerdicts.ts';
import { createChannelRates } from './channelRates.ts';
import { judgeValues } from './judgeValues.ts';

/** Channels take turns of this many samples, so that their events stay nearly in order of time. */
const TURN_SAMPLES = 4096;

/** Of all channels together, a power of two: 17 bytes each. */
const MOST_BOARD_VERDICTS = 2 ** 18;
/** A board that starts anew more often is broken; then the oldest moments are forgotten. */
const MOST_RESTARTS = 2 ** 14;

/** Detectors as they were before a sample. */
export interface Checkpoint {
  readonly index: number;
  readonly detectors: Detector[];
}

export interface Judging {
  readonly history: History;
  /** Sums of what was said of its samples. */
  readonly ledger: FlagLedger;
  /** Of the samples up to the cursor. */
  readonly detectors: readonly Detector[];
  readonly events: AnomalyEvents;
  /** Appends a sample and, unless a re-run is under way, judges it. */
  sample(timeMs: number, values: ArrayLike<number>): void;
  /** More channels from the next sample on; those there are keep all that they have. */
  addChannels(channelCount: number, maxBytes: number): void;
  /** Bounds the retained history anew; with less memory the oldest samples go at once. */
  keepWithin(bytes: number): void;
  /** Detectors forget everything from the next sample on. */
  restart(): void;
  /** Indexes of retained samples at which they did, ascending. */
  restarts(): readonly number[];
  /** What the board said of a sample that is still retained. */
  boardVerdict(channel: number, index: number, bits: number, probability: number): void;
  /** Puts parameters in force as if they had been from the start of the retained history. */
  judgeWith(parameters: Parameters): void;
  parameters(): Parameters;
  /** With the period of a channel whose values come at a rate of their own. */
  atRateOf(channel: number, parameters: Parameters): Parameters;
  /** The sampling period of a channel by its values' times; null when it is not known. */
  periodMs(channel: number): number | null;
  /** The next sample is of another run: the pause before it is no spacing. */
  pause(): void;
  /**
   * What the detectors knew before a sample at or before `index`, the nearest that is kept; copies.
   * Null when there is none, or other parameters than these have judged.
   */
  checkpointBefore(index: number, parameters: Parameters): Checkpoint | null;
  /** Index of the first sample that the present run over the history has judged. */
  judgedFrom(): number;
  /** Judges at most `budget` samples more; whether the cursor has reached the end. */
  advance(budget: number): boolean;
  fitReport(channel: number): FitReport;
}

/**
 * `maxBytes` bounds the retained history. `areOwnRates`: the period that parameters say is nobody's
 * here, each channel is judged at that of its own values.
 */
export function createJudging(
  channelCount: number,
  initial: Parameters,
  maxBytes: number,
  nan: MeaningOfNaN = 'invalid',
  areOwnRates = false,
): Judging {
  const history = createHistory(channelCount, maxBytes, nan);
  const rates = nan === 'absent' ? createChannelRates() : null;
  const judge = nan === 'absent' ? judgeValues : judgeRun;
  const ledger = createFlagLedger(history);
  let parameters = initial;
  let detectors = freshDetectors();
  let cursor = 0;
  let judgedFrom = 0;
  const events = createAnomalyEvents();
  let restarts: number[] = [];
  let nextRestart = 0;
  const mostVerdicts = 2 ** Math.floor(Math.log2(MOST_BOARD_VERDICTS / Math.max(1, channelCount)));
  const boardVerdicts = Array.from({ length: channelCount }, () =>
    createBoardVerdicts(mostVerdicts),
  );
  /** At the beginning of each chunk that was judged and is retained, ascending. */
  let checkpoints: Checkpoint[] = [];
  /** The chunk being judged, as the detectors read it, one a channel. */
  let runs: readonly Run[] = [];
  let runsOf: Chunk | undefined;

  function freshDetectors(): Detector[] {
    return Array.from({ length: history.channelCount }, (_, channel) =>
      createDetector(atRateOf(channel, parameters)),
    );
  }

  function atRateOf(channel: number, base: Parameters): Parameters {
    return areOwnRates && rates ? rates.atRateOf(channel, base) : base;
  }

  /** A rate that is known now, or is another one, counts from the next value on. */
  function rateChanged(channel: number): void {
    const detector = detectors[channel];
    if (areOwnRates && detector) changeParameters(detector, atRateOf(channel, parameters));
  }

  function flag(channel: number, index: number, bits: number): void {
    addFlags(history, channel, index, bits);
    ledger.changed(index);
  }

  function runOf(channel: number): Run | undefined {
    const chunk = chunkAt(history, cursor);
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
  }

  /** Judges from the cursor to `end`, which lie in one chunk, without a restart. */
  function judgeTurn(end: number): void {
    const from = cursor & CHUNK_MASK;
    for (const [channel, detector] of detectors.entries()) {
      const run = runOf(channel);
      if (!run) continue;
      const to = from + (end - cursor);
      judge(detector, run, from, to, (at, bits) => {
        const index = cursor + (at - from);
        flag(channel, index, bits);
        gatherBoardVerdicts(channel, index);
        const timeMs = timeAt(history, index);
        events.add('browser', {
          channel,
          index,
          timeMs,
          value: run.value[at] ?? Number.NaN,
          bits,
          deviation: detector.deviation,
          probability: detector.probability,
          block: detector.block,
          collectiveFromMs: oldestTime(detector.outlierTimes),
        });
      });
      noteLimits(history, channel, cursor, end);
      gatherBoardVerdicts(channel, end);
    }
    cursor = end;
    if ((cursor & CHUNK_MASK) === 0) ledger.sumUpChunk(cursor - 1);
  }

  /** Those on samples before `end`, so that both judges' verdicts come in order. */
  function gatherBoardVerdicts(channel: number, end: number): void {
    boardVerdicts[channel]?.gather(end, (index, bits, probability) => {
      const timeMs = timeAt(history, index);
      events.add('board', {
        channel,
        index,
        timeMs,
        value: valueAt(history, channel, index),
        bits,
        deviation: null,
        probability,
        block: parameters.block,
        collectiveFromMs: timeMs,
      });
    });
  }

  function advance(budget: number): boolean {
    const goal = Math.min(history.end, cursor + budget);
    while (cursor < goal) {
      while ((restarts[nextRestart] ?? Number.POSITIVE_INFINITY) <= cursor) {
        detectors = freshDetectors();
        nextRestart += 1;
      }
      const stretch = CHUNK_SAMPLES - (cursor & CHUNK_MASK);
      // Copies are large: one where samples that are kept may begin.
      if (cursor % samplesGivenUpAtOnce(history) === 0) {
        checkpoints.push({ index: cursor, detectors: structuredClone(detectors) });
      }
      const restart = restarts[nextRestart] ?? Number.POSITIVE_INFINITY;
      judgeTurn(Math.min(goal, restart, cursor + Math.min(stretch, TURN_SAMPLES)));
    }
    return cursor === history.end;
  }

  /** The oldest samples are gone: what is left to judge begins later, and what was said of them goes. */
  function givenUp(): void {
    cursor = Math.max(cursor, history.start);
    while ((checkpoints[0]?.index ?? cursor) < history.start) checkpoints.shift();
    for (const verdicts of boardVerdicts) verdicts.samplesGivenUp(history.start);
    events.samplesGivenUp(history.start);
    const behind = restarts.findIndex((index) => index >= history.start);
    forgetRestarts(behind < 0 ? restarts.length : behind);
  }

  /** The oldest so many, but for those that are still to come. */
  function forgetRestarts(howMany: number): void {
    const gone = Math.min(howMany, nextRestart);
    restarts = restarts.slice(gone);
    nextRestart -= gone;
  }

  return {
    history,
    ledger,
    get detectors() {
      return detectors;
    },
    events,
    sample(timeMs, values) {
      const live = cursor === history.end;
      const { start } = history;
      appendSample(history, timeMs, values);
      rates?.sample(timeMs, values, rateChanged);
      if (history.start !== start) givenUp();
      if (live) advance(1);
    },
    addChannels(count, bytes) {
      const before = history.channelCount;
      addChannels(history, count, bytes);
      // They are new to every run over the history: of what is behind the cursor they have nothing.
      for (let channel = before; channel < count; channel++) {
        detectors.push(createDetector(parameters));
      }
      ledger.allChanged();
      givenUp();
    },
    keepWithin(bytes) {
      keepWithin(history, bytes);
      givenUp();
    },
    restart() {
      if (restarts.at(-1) === history.end) return;
      restarts.push(history.end);
      if (restarts.length > MOST_RESTARTS) forgetRestarts(MOST_RESTARTS / 2);
    },
    restarts: () => restarts,
    boardVerdict(channel, index, bits, probability) {
      if (index < history.start || index >= history.end) return;
      flag(channel, index, bits << BOARD_SHIFT);
      boardVerdicts[channel]?.add(index, bits, probability);
      gatherBoardVerdicts(channel, cursor);
    },
    judgeWith(next) {
      parameters = next;
      detectors = freshDetectors();
      cursor = history.start;
      checkpoints = [];
      judgedFrom = cursor;
      restarts = restarts.filter((index) => index >= history.start);
      nextRestart = 0;
      for (const verdicts of boardVerdicts) verdicts.rewind();
      events.beginAnew();
      clearBrowserFlags(history);
      ledger.allChanged();
    },
    parameters: () => parameters,
    atRateOf,
    periodMs: (channel) => rates?.periodMs(channel) ?? null,
    pause: () => rates?.pause(),
    checkpointBefore(index, judges) {
      if (differingParameters(judges, parameters).length > 0) return null;
      const found = checkpoints.findLast((checkpoint) => checkpoint.index <= index);
      if (!found) return null;
      // Channels that came later have learned nothing there.
      const all = freshDetectors();
      return {
        ...found,
        detectors: all.map((fresh, c) => structuredClone(found.detectors[c] ?? fresh)),
      };
    },
    judgedFrom: () => judgedFrom,
    advance,
    fitReport(channel) {
      const detector = detectors[channel] ?? createDetector(parameters);
      const { location, shape, scale, r2, q, fitted, maxima } = detector;
      const longRing = listLongRing(maxima);
      return {
        maxima: listMaxima(maxima).sort((a, b) => a - b),
        needed: maxima.needed,
        weibull: fitted ? { location, shape, scale, r2, q } : null,
        gev: reportGev(longRing),
        gevMaxima: longRing.sort((a, b) => a - b),
      };
    },
  };
}
