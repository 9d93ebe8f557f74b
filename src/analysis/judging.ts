/**
 * What the browser's detectors say of a recording. Judging is a cursor over the history: live
 * samples move its end, a change of parameters sends it back to the start. So every sample is judged
 * in order by the parameters in force, and the newest change always wins.
 */
import { listLongRing, listMaxima } from '../detector/blockMaxima.ts';
import { oldestTime } from '../detector/collective.ts';
import { createDetector, type Detector } from '../detector/detector.ts';
import { reportGev } from '../detector/gev.ts';
import { judgeRun, type Run } from '../detector/judge.ts';
import { differingParameters, type Parameters } from '../detector/parameters.ts';
import { CHUNK_MASK, CHUNK_SAMPLES, type Chunk } from '../history/chunk.ts';
import {
  addFlags,
  appendSample,
  BOARD_SHIFT,
  chunkAt,
  clearBrowserFlags,
  createHistory,
  type History,
  keepWithin,
  timeAt,
  valueAt,
} from '../history/history.ts';
import { type AnomalyEvents, createAnomalyEvents } from './anomalyEvents.ts';
import type { FitReport } from './messages.ts';

/** Channels take turns of this many samples, so that their events stay nearly in order of time. */
const TURN_SAMPLES = 4096;

interface BoardVerdict {
  readonly index: number;
  readonly bits: number;
  readonly probability: number;
}

/** Detectors as they were before a sample. */
export interface Checkpoint {
  readonly index: number;
  readonly detectors: Detector[];
}

export interface Judging {
  readonly history: History;
  /** Of the samples up to the cursor. */
  readonly detectors: readonly Detector[];
  events(): AnomalyEvents;
  /** Appends a sample and, unless a re-run is under way, judges it. */
  sample(timeMs: number, values: ArrayLike<number>): void;
  /** Bounds the retained history anew; with less memory the oldest samples go at once. */
  keepWithin(bytes: number): void;
  /** Detectors forget everything from the next sample on. */
  restart(): void;
  /** Indexes at which they did, ascending. */
  restarts(): readonly number[];
  /** What the board said of a sample that is still retained. */
  boardVerdict(channel: number, index: number, bits: number, probability: number): void;
  /** Puts parameters in force as if they had been from the start of the retained history. */
  judgeWith(parameters: Parameters): void;
  parameters(): Parameters;
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

/** `maxBytes` bounds the retained history. */
export function createJudging(
  channelCount: number,
  initial: Parameters,
  maxBytes: number,
): Judging {
  const history = createHistory(channelCount, maxBytes);
  let parameters = initial;
  let detectors = freshDetectors();
  let cursor = 0;
  let judgedFrom = 0;
  let events = createAnomalyEvents();
  let restarts: number[] = [];
  let nextRestart = 0;
  const boardVerdicts: BoardVerdict[][] = Array.from({ length: channelCount }, () => []);
  /** How many of each channel's board verdicts were gathered into events. */
  let gathered: number[] = boardVerdicts.map(() => 0);
  /** At the beginning of each chunk that was judged and is retained, ascending. */
  let checkpoints: Checkpoint[] = [];
  /** The chunk being judged, as the detectors read it, one a channel. */
  let runs: readonly Run[] = [];
  let runsOf: Chunk | undefined;

  function freshDetectors(): Detector[] {
    return Array.from({ length: channelCount }, () => createDetector(parameters));
  }

  function runOf(channel: number): Run | undefined {
    const chunk = chunkAt(history, cursor);
    if (chunk && chunk !== runsOf) {
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
      judgeRun(detector, run, from, from + (end - cursor), (at, bits) => {
        const index = cursor + (at - from);
        addFlags(history, channel, index, bits);
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
      gatherBoardVerdicts(channel, end);
    }
    cursor = end;
  }

  /** Those on samples before `end`, so that both judges' verdicts come in order. */
  function gatherBoardVerdicts(channel: number, end: number): void {
    const verdicts = boardVerdicts[channel] ?? [];
    let next = gathered[channel] ?? 0;
    for (; next < verdicts.length; next++) {
      const verdict = verdicts[next];
      if (!verdict || verdict.index >= end) break;
      const { index, bits, probability } = verdict;
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
    }
    gathered[channel] = next;
  }

  function advance(budget: number): boolean {
    const goal = Math.min(history.end, cursor + budget);
    while (cursor < goal) {
      while ((restarts[nextRestart] ?? Number.POSITIVE_INFINITY) <= cursor) {
        detectors = freshDetectors();
        nextRestart += 1;
      }
      const stretch = CHUNK_SAMPLES - (cursor & CHUNK_MASK);
      if (stretch === CHUNK_SAMPLES) {
        checkpoints.push({ index: cursor, detectors: structuredClone(detectors) });
      }
      const restart = restarts[nextRestart] ?? Number.POSITIVE_INFINITY;
      judgeTurn(Math.min(goal, restart, cursor + Math.min(stretch, TURN_SAMPLES)));
    }
    return cursor === history.end;
  }

  /** The oldest samples are gone: what is left to judge begins later, and verdicts on them go too. */
  function givenUp(): void {
    cursor = Math.max(cursor, history.start);
    while ((checkpoints[0]?.index ?? cursor) < history.start) checkpoints.shift();
    for (const [channel, verdicts] of boardVerdicts.entries()) {
      const kept = verdicts.findIndex(({ index }) => index >= history.start);
      const gone = kept < 0 ? verdicts.length : kept;
      verdicts.splice(0, gone);
      gathered[channel] = Math.max(0, (gathered[channel] ?? 0) - gone);
    }
  }

  return {
    history,
    get detectors() {
      return detectors;
    },
    events: () => events,
    sample(timeMs, values) {
      const live = cursor === history.end;
      const { start } = history;
      appendSample(history, timeMs, values);
      if (history.start !== start) givenUp();
      if (live) advance(1);
    },
    keepWithin(bytes) {
      keepWithin(history, bytes);
      givenUp();
    },
    restart() {
      if (restarts.at(-1) !== history.end) restarts.push(history.end);
    },
    restarts: () => restarts,
    boardVerdict(channel, index, bits, probability) {
      if (index < history.start || index >= history.end) return;
      addFlags(history, channel, index, bits << BOARD_SHIFT);
      boardVerdicts[channel]?.push({ index, bits, probability });
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
      gathered = boardVerdicts.map(() => 0);
      events = createAnomalyEvents();
      clearBrowserFlags(history);
    },
    parameters: () => parameters,
    checkpointBefore(index, judges) {
      if (differingParameters(judges, parameters).length > 0) return null;
      const found = checkpoints.findLast((checkpoint) => checkpoint.index <= index);
      return found ? { ...found, detectors: structuredClone(found.detectors) } : null;
    },
    judgedFrom: () => judgedFrom,
    advance,
    fitReport(channel) {
      const detector = detectors[channel] ?? createDetector(parameters);
      const { shape, scale, r2, q, fitted, maxima } = detector;
      const longRing = listLongRing(maxima);
      return {
        maxima: listMaxima(maxima).sort((a, b) => a - b),
        needed: maxima.needed,
        weibull: fitted ? { shape, scale, r2, q } : null,
        gev: reportGev(longRing),
        gevMaxima: longRing.length,
      };
    },
  };
}
