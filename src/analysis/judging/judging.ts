/** What the judging of a signal is: its history, its verdicts and its events. */
import type { Cause, Detector } from '../../detector/detector.ts';
import type { FlagLedger } from '../../history/flagLedger.ts';
import type { History, MeaningOfNaN } from '../../history/history.ts';
import type { JudgedSeries, Why } from '../messages/judgingMessages.ts';
import type { AnomalyEvents } from './anomalyEvents.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { EventDescriptions } from './eventDescriptions.ts';
import type { JudgedBy } from './judgedBy.ts';

/** Where a judging of channels that are made of others stands among them. */
export interface JudgingPlace {
  readonly events: AnomalyEvents;
  readonly descriptions: EventDescriptions;
  readonly firstChannel: number;
  /** Sample 0 here is this one there. */
  readonly firstIndex: number;
  /** Which of the others is odd in the newest sample. */
  readonly odd: () => number | null;
}

export interface Judging {
  readonly history: History;
  /** Sums of what was said of its samples. */
  readonly ledger: FlagLedger;
  /** Of the samples up to the cursor; null of a channel that is not judged. */
  readonly detectors: readonly (Detector | null)[];
  readonly events: AnomalyEvents;
  /** Of those that are over. */
  readonly descriptions: EventDescriptions;
  /** Appends a sample and, unless a re-run is under way, judges it. */
  sample(timeMs: number, values: ArrayLike<number>): void;
  /** More channels from the next sample on; those there are keep all that they have. */
  addChannels(channelCount: number, maxBytes: number, by: JudgedBy): void;
  /** Bounds the retained history anew; with less memory the oldest samples go at once. */
  keepWithin(bytes: number): void;
  /** Detectors forget everything from the next sample on. */
  restart(): void;
  /** Indexes of retained samples at which they did, ascending. */
  restarts(): readonly number[];
  /** What the board said of a sample that is still retained. */
  boardVerdict(
    channel: number,
    index: number,
    bits: number,
    probability: number,
    cause: Cause,
  ): void;
  /** What a watcher of the board judged when it raised an alarm. */
  boardWatched(channel: number, index: number, judged: JudgedSeries): void;
  /** Puts parameters in force as if they had been from the start of the retained history. */
  judgeWith(by: JudgedBy): void;
  by(): JudgedBy;
  /** Of a channel by these, at the rate of its own where it has one; null: it is not judged. */
  freshDetector(by: JudgedBy, channel: number): Detector | null;
  /** The sampling period of a channel by its values' times; null when it is not known. */
  periodMs(channel: number): number | null;
  /** The next sample is of another run: the pause before it is no spacing. */
  pause(): void;
  /**
   * What the detectors knew before a sample at or before `index`, the nearest that is kept; copies.
   * Null when there is none, or other parameters than these have judged.
   */
  checkpointBefore(index: number, by: JudgedBy): Checkpoint | null;
  /** Index of the first sample that the present run over the history has judged. */
  judgedFrom(): number;
  /**
   * Works out the limits of a channel's samples `[from, to)` in the history, as far as a run over it
   * has left them out: whoever reads limits calls this before.
   */
  drawLimits(channel: number, from: number, to: number): void;
  /** What was kept of an alarm in `[from, to]` whose sample is retained no longer. */
  momentAt(channel: number, from: number, to: number): Why | null;
  /** Judges at most `budget` samples more; whether the cursor has reached the end. */
  advance(budget: number): boolean;
}

/** What the samples are. */
export interface JudgedSamples {
  readonly nan: MeaningOfNaN;
  /** The period that parameters say is nobody's: each channel is judged at that of its own values. */
  readonly areOwnRates: boolean;
}
