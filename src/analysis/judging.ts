/**
 * One recording and what the browser's detectors say of it. Judging is a cursor over the history:
 * live samples move its end, a change of parameters sends it back to the start. So every sample is
 * judged in order by the parameters in force, and the newest change always wins.
 */
import { createDetector, type Detector } from '../detector/detector.ts';
import { judge } from '../detector/judge.ts';
import type { Parameters } from '../detector/parameters.ts';
import {
  addBoardVerdict,
  appendSample,
  clearBrowserFlags,
  createHistory,
  firstAtOrAfter,
  type History,
  noteGap,
  setBrowserVerdict,
  timeAt,
} from '../history/history.ts';
import { countFlags } from '../history/tally.ts';
import { type AnomalyEvents, createAnomalyEvents } from './anomalyEvents.ts';
import type { FitReport, Health } from './messages.ts';

const TALLY_MS = 10 * 60_000;

interface BoardVerdict {
  readonly channel: number;
  readonly index: number;
  readonly bits: number;
  readonly probability: number;
}

export interface Judging {
  readonly history: History;
  /** Of the samples up to the cursor. */
  readonly detectors: readonly Detector[];
  events(): AnomalyEvents;
  /** Appends a sample and, unless a re-run is under way, judges it. Returns its index. */
  sample(timeMs: number, values: ArrayLike<number>): number;
  gap(lost: number | null): void;
  /** Detectors forget everything from the next sample on. */
  restart(): void;
  /** What the board said of a sample that is still retained. */
  boardVerdict(channel: number, index: number, bits: number, probability: number): void;
  /** Puts parameters in force as if they had been from the start of the retained history. */
  judgeWith(parameters: Parameters): void;
  /** Judges at most `budget` samples more; whether the cursor has reached the end. */
  advance(budget: number): boolean;
  caughtUp(): boolean;
  fitReport(channel: number): FitReport;
  tally(): Health['lastTenMinutes'];
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
  let events = createAnomalyEvents();
  let nextEventId = 1;
  let boardVerdicts: BoardVerdict[] = [];
  let nextBoardVerdict = 0;
  /** Indexes from which the detectors start anew, ascending. */
  let restarts: number[] = [];
  let nextRestart = 0;

  function freshDetectors(): Detector[] {
    return Array.from({ length: channelCount }, () => createDetector(parameters));
  }

  function judgeSample(index: number): void {
    for (; (restarts[nextRestart] ?? Number.POSITIVE_INFINITY) <= index; nextRestart++) {
      detectors = freshDetectors();
    }
    const timeMs = timeAt(history, index);
    const at = index & (history.size - 1);
    for (let c = 0; c < channelCount; c++) {
      const detector = detectors[c];
      const value = history.channels[c]?.value[at];
      if (!detector || value === undefined) continue;
      const bits = judge(detector, timeMs, value);
      const reach = detector.limit * detector.sigma;
      setBrowserVerdict(
        history,
        c,
        index,
        bits,
        detector.fitted && detector.tail !== 'upper' ? detector.center - reach : Number.NaN,
        detector.fitted && detector.tail !== 'lower' ? detector.center + reach : Number.NaN,
      );
      if (bits === 0) continue;
      events.add('browser', {
        channel: c,
        index,
        timeMs,
        value,
        bits,
        deviation: detector.deviation,
        probability: detector.probability,
        block: detector.block,
        collectiveFromMs: detector.outlierTimes[detector.outlierNext] ?? timeMs,
      });
    }
  }

  function gatherBoardVerdict({ channel, index, bits, probability }: BoardVerdict): void {
    const timeMs = timeAt(history, index);
    events.add('board', {
      channel,
      index,
      timeMs,
      value: history.channels[channel]?.value[index & (history.size - 1)] ?? Number.NaN,
      bits,
      deviation: null,
      probability,
      block: parameters.block,
      collectiveFromMs: timeMs,
    });
  }

  function gatherBoardVerdictsUpTo(end: number): void {
    for (;;) {
      const next = boardVerdicts[nextBoardVerdict];
      if (!next || next.index >= end) return;
      gatherBoardVerdict(next);
      nextBoardVerdict += 1;
    }
  }

  function advance(budget: number): boolean {
    const end = Math.min(history.end, cursor + budget);
    while (cursor < end) {
      judgeSample(cursor);
      cursor += 1;
      gatherBoardVerdictsUpTo(cursor);
    }
    return cursor === history.end;
  }

  /** What lies before the retained samples is of no more use. */
  function forget(): void {
    if ((boardVerdicts[0]?.index ?? history.start) < history.start) {
      const kept = boardVerdicts.filter(({ index }) => index >= history.start);
      nextBoardVerdict = Math.max(0, nextBoardVerdict - (boardVerdicts.length - kept.length));
      boardVerdicts = kept;
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
      const start = history.start;
      const index = appendSample(history, timeMs, values);
      if (history.start !== start) forget();
      cursor = Math.max(cursor, history.start);
      if (live) advance(1);
      return index;
    },
    gap: (lost) => noteGap(history, lost),
    restart() {
      if (restarts.at(-1) !== history.end) restarts.push(history.end);
    },
    boardVerdict(channel, index, bits, probability) {
      if (channel >= channelCount || index < history.start || index >= history.end) return;
      addBoardVerdict(history, channel, index, bits);
      boardVerdicts.push({ channel, index, bits, probability });
      gatherBoardVerdictsUpTo(cursor);
    },
    judgeWith(next) {
      parameters = next;
      detectors = freshDetectors();
      cursor = history.start;
      restarts = restarts.filter((index) => index >= history.start);
      nextRestart = 0;
      nextBoardVerdict = 0;
      nextEventId += events.all().length;
      events = createAnomalyEvents(nextEventId);
      clearBrowserFlags(history);
    },
    advance,
    caughtUp: () => cursor === history.end,
    fitReport(channel) {
      const detector = detectors[channel];
      if (!detector) return { maxima: [], needed: parameters.maxima, weibull: null };
      const { shape, scale, r2, q, fitted, maxima } = detector;
      return {
        maxima: maxima.values.toSorted((a, b) => a - b),
        needed: maxima.needed,
        weibull: fitted ? { shape, scale, r2, q } : null,
      };
    },
    tally() {
      if (history.end === history.start) return { browser: noFlags(), board: noFlags() };
      const newest = timeAt(history, history.end - 1);
      const from = firstAtOrAfter(history, newest - TALLY_MS);
      return countFlags(history, from, history.end);
    },
  };
}

const noFlags = () => ({ outliers: 0, alarms: 0, collective: 0 });
