/**
 * What the browser's detectors say of a signal. Judging is a cursor over the history: live
 * samples move its end, a change of parameters sends it back to the start. So every sample is judged
 * in order by the parameters in force, and the newest change always wins.
 */

import { changeParameters } from '../../detector/changeParameters.ts';
import { copyDetector } from '../../detector/copyDetector.ts';
import { createDetector, type Detector } from '../../detector/detector.ts';
import { judgeRun } from '../../detector/judge.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { flagsOf } from '../../history/causeBits.ts';
import { CHUNK_MASK, CHUNK_SAMPLES } from '../../history/chunk.ts';
import { createFlagLedger } from '../../history/flagLedger.ts';
import {
  addChannels,
  appendSample,
  chunkAt,
  createHistory,
  keepWithin,
  samplesGivenUpAtOnce,
} from '../../history/history.ts';
import {
  addFlags,
  BOARD_SHIFT,
  clearBrowserFlags,
  clearLimits,
  noteLimits,
} from '../../history/verdicts.ts';
import { createKeptMoments } from './alarmMoment.ts';
import { createAnomalyEvents } from './anomalyEvents.ts';
import { createBoardWord } from './boardWord.ts';
import { createChannelRates } from './channelRates.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createChunkRuns } from './chunkRuns.ts';
import { createEventDescriptions } from './eventDescriptions.ts';
import { createDescribingJudge, type DescribingJudge } from './judgeDescribing.ts';
import { type JudgedBy, judgeAlike, parametersOf } from './judgedBy.ts';
import { judgeValues } from './judgeValues.ts';
import type { JudgedSamples, Judging, JudgingPlace } from './judging.ts';
import { createLimitsOnDemand } from './limitsOnDemand.ts';
import { createRestarts } from './restarts.ts';
import { createVerdictsAsEvents } from './verdictsAsEvents.ts';

/** Channels take turns of this many samples, so that their events stay nearly in order of time. */
const TURN_SAMPLES = 4096;

const OF_A_BOARD: JudgedSamples = { nan: 'invalid', areOwnRates: false };

/** `maxBytes` bounds the retained history. */
export function createJudging(
  channelCount: number,
  initial: JudgedBy,
  maxBytes: number,
  { nan, areOwnRates }: JudgedSamples = OF_A_BOARD,
  place: JudgingPlace = {
    events: createAnomalyEvents(),
    descriptions: createEventDescriptions(),
    firstChannel: 0,
    firstIndex: 0,
    odd: () => null,
  },
): Judging {
  const history = createHistory(channelCount, maxBytes, nan);
  const rates = nan === 'absent' ? createChannelRates() : null;
  const judge = nan === 'absent' ? judgeValues : judgeRun;
  const ledger = createFlagLedger(history);
  const { events, descriptions, firstChannel, firstIndex } = place;
  let by = initial;
  let detectors = freshDetectors();
  let judges = freshJudges();
  let cursor = 0;
  let judgedFrom = 0;
  const board = createBoardWord({
    history,
    place,
    channelCount,
    blockOf: (channel) => (parametersOf(by, channel) ?? by.general).block,
  });
  const restarts = createRestarts();
  const checkpoints = createCheckpoints();
  const moments = createKeptMoments();
  const takeVerdict = createVerdictsAsEvents({
    history,
    place,
    moments,
    parametersOf: (channel) => parametersOf(by, channel),
  });
  const limits = createLimitsOnDemand({
    history,
    checkpoints,
    judge,
    freshDetector: (channel) => freshDetector(by, channel),
    restarts: restarts.list,
  });
  const runOf = createChunkRuns();

  function freshDetector(its: JudgedBy, channel: number): Detector | null {
    const parameters = parametersOf(its, channel);
    return parameters && createDetector(atRateOf(channel, parameters), its.epsilon);
  }

  function freshDetectors(): (Detector | null)[] {
    return Array.from({ length: history.channelCount }, (_, channel) => freshDetector(by, channel));
  }

  /** With no event that goes on. */
  function freshJudges(): DescribingJudge[] {
    return Array.from({ length: history.channelCount }, (_, channel) => freshJudge(channel));
  }

  function freshJudge(channel: number): DescribingJudge {
    return createDescribingJudge(firstChannel + channel, nan === 'absent', descriptions.add);
  }

  function learnAnew(): void {
    detectors = freshDetectors();
    judges = freshJudges();
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

  /**
   * Judges from the cursor to `end`, which lie in one chunk, without a restart.
   *
   * @param isLive the samples have just come: limits are written at once, and alarms are news
   */
  function judgeTurn(end: number, isLive: boolean): void {
    for (const [channel, detector] of detectors.entries()) {
      if (!detector) {
        clearLimits(history, channel, cursor, end);
        board.gather(channel, end, isLive);
        continue;
      }
      const from = cursor & CHUNK_MASK;
      const told = (at: number, bits: number): void => {
        const index = cursor + (at - from);
        flag(channel, index, flagsOf(bits, detector.cause));
        board.gather(channel, index, isLive);
        takeVerdict(channel, detector, index, bits, isLive);
      };
      const run = runOf(chunkAt(history, cursor), channel);
      const describing = judges[channel]?.from(firstIndex + cursor - from);
      if (!run || !describing) continue;
      if (isLive) {
        describing(detector, run, from, from + (end - cursor), told);
        noteLimits(history, channel, cursor, end);
      } else limits.judgeWithout(describing, detector, channel, cursor, end, told);
      board.gather(channel, end, isLive);
    }
    cursor = end;
    if ((cursor & CHUNK_MASK) === 0) ledger.sumUpChunk(cursor - 1);
  }

  function advance(budget: number, isLive = false): boolean {
    const goal = Math.min(history.end, cursor + budget);
    while (cursor < goal) {
      while (restarts.passes(cursor)) learnAnew();
      const stretch = CHUNK_SAMPLES - (cursor & CHUNK_MASK);
      // Copies are large: one where samples that are kept may begin.
      if (cursor % samplesGivenUpAtOnce(history) === 0) {
        checkpoints.keep(cursor, detectors);
      }
      const turn = cursor + Math.min(stretch, TURN_SAMPLES);
      judgeTurn(Math.min(goal, restarts.next(), turn), isLive);
    }
    return cursor === history.end;
  }

  /** The oldest samples are gone: what is left to judge begins later, and what was said of them goes. */
  function givenUp(): void {
    cursor = Math.max(cursor, history.start);
    checkpoints.samplesGivenUp(history.start);
    board.samplesGivenUp(history.start);
    if (firstChannel === 0) events.samplesGivenUp(history.start);
    restarts.samplesGivenUp(history.start);
  }

  /** Before some of the samples go: those after them could not be retraced without them. */
  function drawAllLimits(): void {
    for (const channel of detectors.keys()) limits.draw(channel, history.start, history.end);
  }

  return {
    history,
    ledger,
    get detectors() {
      return detectors;
    },
    events,
    descriptions,
    sample(timeMs, values) {
      const live = cursor === history.end;
      const { start } = history;
      appendSample(history, timeMs, values);
      rates?.sample(timeMs, values, rateChanged);
      if (history.start !== start) givenUp();
      if (live) advance(1, true);
    },
    addChannels(count, bytes, its) {
      drawAllLimits();
      by = its;
      const before = history.channelCount;
      addChannels(history, count, bytes);
      // They are new to every run over the history: of what is behind the cursor they have nothing.
      for (let channel = before; channel < count; channel++) {
        detectors.push(freshDetector(by, channel));
        judges.push(freshJudge(channel));
      }
      ledger.allChanged();
      givenUp();
    },
    keepWithin(bytes) {
      drawAllLimits();
      keepWithin(history, bytes);
      givenUp();
    },
    restart: () => restarts.add(history.end),
    restarts: restarts.list,
    boardVerdict(channel, index, bits, probability, cause) {
      if (index < history.start || index >= history.end) return;
      flag(channel, index, flagsOf(bits, cause) << BOARD_SHIFT);
      board.said(channel, index, bits, probability, cause);
      board.gather(channel, cursor, true);
    },
    boardWatched(channel, index, judged) {
      if (index < history.start || index >= history.end) return;
      board.watched(channel, index, judged);
    },
    judgeWith(next) {
      by = next;
      learnAnew();
      cursor = history.start;
      checkpoints.clear();
      limits.clear();
      moments.forgetFrom(history.start);
      judgedFrom = cursor;
      restarts.rewind(history.start);
      board.rewind();
      if (firstChannel === 0) {
        events.beginAnew();
        descriptions.beginAnew(history.start);
      }
      clearBrowserFlags(history);
      ledger.allChanged();
    },
    by: () => by,
    freshDetector,
    momentAt: moments.between,
    periodMs: (channel) => rates?.periodMs(channel) ?? null,
    pause: () => rates?.pause(),
    checkpointBefore(index, judges) {
      if (!judgeAlike(judges, by, history.channelCount)) return null;
      const found = checkpoints.before(index);
      if (!found) return null;
      // Channels that came later have learned nothing there.
      const all = freshDetectors();
      return {
        ...found,
        detectors: all.map((fresh, c) => {
          const known = found.detectors[c];
          return known ? copyDetector(known) : fresh;
        }),
      };
    },
    judgedFrom: () => judgedFrom,
    drawLimits: limits.draw,
    advance: (budget) => advance(budget),
  };
}
