/**
 * What the browser's detectors say of a signal. Judging is a cursor over the history: live
 * samples move its end, a change of parameters sends it back to the start. So every sample is judged
 * in order by the parameters in force, and the newest change always wins.
 */
import { oldestTime } from '../../detector/collective.ts';
import {
  ALARM,
  COLLECTIVE,
  changeParameters,
  createDetector,
  type Detector,
} from '../../detector/detector.ts';
import { judgeRun } from '../../detector/judge.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Run } from '../../detector/run.ts';
import { flagsOf } from '../../history/causeBits.ts';
import { CHUNK_MASK, CHUNK_SAMPLES, type Chunk } from '../../history/chunk.ts';
import { createFlagLedger } from '../../history/flagLedger.ts';
import {
  addChannels,
  addFlags,
  appendSample,
  BOARD_SHIFT,
  chunkAt,
  clearBrowserFlags,
  createHistory,
  keepWithin,
  noteLimits,
  samplesGivenUpAtOnce,
  timeAt,
  valueAt,
} from '../../history/history.ts';
import type { JudgedSeries } from '../messages/judgingMessages.ts';
import { createAnomalyEvents } from './anomalyEvents.ts';
import { createBoardVerdicts } from './boardVerdicts.ts';
import { createChannelRates } from './channelRates.ts';
import { type JudgedBy, judgeAlike, parametersOf } from './judgedBy.ts';
import { judgedAlarm } from './judgedSeries.ts';
import { judgeValues } from './judgeValues.ts';

import type { Checkpoint, JudgedSamples, Judging, JudgingPlace } from './judging.ts';

/** Channels take turns of this many samples, so that their events stay nearly in order of time. */
const TURN_SAMPLES = 4096;

/** Of all channels together, a power of two: 17 bytes each. */
const MOST_BOARD_VERDICTS = 2 ** 18;
/** What the board's watchers judged is kept of so many alarms. */
const MOST_WATCHED = 4096;
/** A board that starts anew more often is broken; then the oldest moments are forgotten. */
const MOST_RESTARTS = 2 ** 14;

const OF_A_BOARD: JudgedSamples = { nan: 'invalid', areOwnRates: false };

/** `maxBytes` bounds the retained history. */
export function createJudging(
  channelCount: number,
  initial: JudgedBy,
  maxBytes: number,
  { nan, areOwnRates }: JudgedSamples = OF_A_BOARD,
  place: JudgingPlace = {
    events: createAnomalyEvents(),
    firstChannel: 0,
    firstIndex: 0,
    odd: () => null,
  },
): Judging {
  const history = createHistory(channelCount, maxBytes, nan);
  const rates = nan === 'absent' ? createChannelRates() : null;
  const judge = nan === 'absent' ? judgeValues : judgeRun;
  const ledger = createFlagLedger(history);
  let by = initial;
  let detectors = freshDetectors();
  let cursor = 0;
  let judgedFrom = 0;
  const { events, firstChannel, firstIndex } = place;
  let restarts: number[] = [];
  let nextRestart = 0;
  const mostVerdicts = 2 ** Math.floor(Math.log2(MOST_BOARD_VERDICTS / Math.max(1, channelCount)));
  const boardVerdicts = Array.from({ length: channelCount }, () =>
    createBoardVerdicts(mostVerdicts),
  );
  /** By channel and index, the oldest first. */
  const watchedByBoard = new Map<string, JudgedSeries>();
  /** At the beginning of each chunk that was judged and is retained, ascending. */
  let checkpoints: Checkpoint[] = [];
  /** What is judged has just come. */
  let isLive = false;
  /** The chunk being judged, as the detectors read it, one a channel. */
  let runs: readonly Run[] = [];
  let runsOf: Chunk | undefined;

  function freshDetector(its: JudgedBy, channel: number): Detector | null {
    const parameters = parametersOf(its, channel);
    return parameters && createDetector(atRateOf(channel, parameters), its.epsilon);
  }

  function freshDetectors(): (Detector | null)[] {
    return Array.from({ length: history.channelCount }, (_, channel) => freshDetector(by, channel));
  }

  function atRateOf(channel: number, base: Parameters): Parameters {
    return areOwnRates && rates ? rates.atRateOf(channel, base) : base;
  }

  /** A rate that is known now, or is another one, counts from the next value on. */
  function rateChanged(channel: number): void {
    const detector = detectors[channel];
    const parameters = parametersOf(by, channel);
    if (areOwnRates && detector && parameters) {
      changeParameters(detector, atRateOf(channel, parameters));
    }
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
      if (!detector) {
        gatherBoardVerdicts(channel, end);
        continue;
      }
      const run = runOf(channel);
      if (!run) continue;
      const to = from + (end - cursor);
      judge(detector, run, from, to, (at, bits) => {
        const index = cursor + (at - from);
        flag(channel, index, flagsOf(bits, detector.cause));
        gatherBoardVerdicts(channel, index);
        addEvent(channel, detector, index, run.value[at] ?? Number.NaN, bits);
      });
      noteLimits(history, channel, cursor, end);
      gatherBoardVerdicts(channel, end);
    }
    cursor = end;
    if ((cursor & CHUNK_MASK) === 0) ledger.sumUpChunk(cursor - 1);
  }

  function addEvent(
    channel: number,
    detector: Detector,
    index: number,
    value: number,
    bits: number,
  ): void {
    const timeMs = timeAt(history, index);
    const { judged, samples, endedBefore } = judgedAlarm(detector);
    const opens = (bits & ALARM) !== 0;
    let fromMs = timeMs;
    if (opens && judged) {
      fromMs = timeAt(history, Math.max(history.start, index - endedBefore - samples + 1));
    }
    if (bits & COLLECTIVE) fromMs = Math.min(fromMs, oldestTime(detector.outlierTimes));
    events.add('browser', {
      channel: firstChannel + channel,
      index: firstIndex + index,
      timeMs,
      value,
      bits,
      deviation: detector.deviation,
      probability: detector.probability,
      block: detector.block,
      fromMs,
      cause: opens ? detector.cause : 'level',
      judged: opens ? judged : null,
      odd: place.odd(),
      live: isLive,
    });
  }

  /** Those on samples before `end`, so that both judges' verdicts come in order. */
  function gatherBoardVerdicts(channel: number, end: number): void {
    boardVerdicts[channel]?.gather(end, (index, bits, probability, cause) => {
      const timeMs = timeAt(history, index);
      events.add('board', {
        channel: firstChannel + channel,
        index: firstIndex + index,
        timeMs,
        value: valueAt(history, channel, index),
        bits,
        deviation: null,
        probability,
        block: (parametersOf(by, channel) ?? by.general).block,
        fromMs: timeMs,
        cause,
        judged: watchedByBoard.get(keyOf(channel, index)) ?? null,
        odd: null,
        live: isLive,
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
    if (firstChannel === 0) events.samplesGivenUp(history.start);
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
      if (!live) return;
      isLive = true;
      advance(1);
      isLive = false;
    },
    addChannels(count, bytes, its) {
      by = its;
      const before = history.channelCount;
      addChannels(history, count, bytes);
      // They are new to every run over the history: of what is behind the cursor they have nothing.
      for (let channel = before; channel < count; channel++) {
        detectors.push(freshDetector(by, channel));
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
    boardVerdict(channel, index, bits, probability, cause) {
      if (index < history.start || index >= history.end) return;
      flag(channel, index, flagsOf(bits, cause) << BOARD_SHIFT);
      boardVerdicts[channel]?.add(index, bits, probability, cause);
      isLive = true;
      gatherBoardVerdicts(channel, cursor);
      isLive = false;
    },
    boardWatched(channel, index, judged) {
      if (index < history.start || index >= history.end) return;
      watchedByBoard.set(keyOf(channel, index), judged);
      if (watchedByBoard.size > MOST_WATCHED) {
        for (const oldest of watchedByBoard.keys()) {
          watchedByBoard.delete(oldest);
          break;
        }
      }
      events.watchedByBoard(firstChannel + channel, firstIndex + index, judged);
    },
    judgeWith(next) {
      by = next;
      detectors = freshDetectors();
      cursor = history.start;
      checkpoints = [];
      judgedFrom = cursor;
      restarts = restarts.filter((index) => index >= history.start);
      nextRestart = 0;
      for (const verdicts of boardVerdicts) verdicts.rewind();
      if (firstChannel === 0) events.beginAnew();
      clearBrowserFlags(history);
      ledger.allChanged();
    },
    by: () => by,
    freshDetector,
    periodMs: (channel) => rates?.periodMs(channel) ?? null,
    pause: () => rates?.pause(),
    checkpointBefore(index, judges) {
      if (!judgeAlike(judges, by, history.channelCount)) return null;
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
  };
}

const keyOf = (channel: number, index: number) => `${channel} ${index}`;
