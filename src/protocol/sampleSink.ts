/**
 * What the lines of one board say of its samples, as whoever keeps samples takes it: one interface,
 * whether the lines come over a link, out of a recording or out of an imported file. A new form of
 * line that is about samples becomes one more method here.
 */
import type { ChannelParameters } from '../detector/channelParameters.ts';
import type {
  Hello,
  NamedMessage,
  ReadParameters,
  VerdictMessage,
  WatchedMessage,
} from './firmwareMessages.ts';

/** A sample of a board of ours. */
export interface BoardSample {
  readonly seq: number;
  /** The board's own time, ms. */
  readonly timeMs: number;
  /** One of each channel; may be longer, and is valid only during the call. */
  readonly values: ArrayLike<number>;
}

/** A sample of any other sketch: a row of its numbers. */
export interface SketchRow {
  /** By the sketch's own clock where the line says a time, else when it arrived; ms since the epoch. */
  readonly timeMs: number;
  /** One of each channel; NaN where the row has no value for it. */
  readonly values: ArrayLike<number>;
}

/** Called in the order of the bytes. */
export interface SampleSink {
  /**
   * A board of ours says who it is; the samples that follow have its channels. `started`: it says so
   * because it has just started, so that the next sample is its first.
   */
  greeted(hello: Hello, started: boolean): void;
  /**
   * The channels of another sketch. Told again when there are more: those before stay at their
   * places, and nothing that was learned of them is forgotten.
   */
  channels(channels: Hello['channels']): void;
  /** The person has the channels of the sketch forgotten: the next ones begin anew. */
  channelsForgotten(): void;
  /** `arrivalMs`: when its line arrived, ms since the epoch. */
  sample(sample: BoardSample, arrivalMs: number): void;
  row(row: SketchRow): void;
  /** What the board says of a sample that came before. */
  verdict(verdict: VerdictMessage): void;
  /** What a watcher of the board judged, with an alarm that came before. */
  watched(watched: WatchedMessage): void;
  /** What the forest on the board calls an event that came before. */
  named(named: NamedMessage): void;
  /** What the board uses from here on; its channels have nothing of their own until they say so. */
  boardParameters(read: ReadParameters): void;
  /** What a channel of the board has of its own from here on. */
  ownParameters(channel: number, own: ChannelParameters): void;
  /** Samples that the board has left out since it started, because it was late. */
  skipped(count: number): void;
  /** The link, or the program at its end, has ended: the next sample may be another run's. */
  interrupted(): void;
  /** Whoever judges forgets at the next sample what was learned; a board did so at this same place. */
  restart(): void;
}
