/** What a signal is: the samples of one board in memory, with their verdicts. */
import type { ConvertedParameter } from '../../detector/olderParameters.ts';
import type { Scores } from '../../detector/scores.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { Agreement, Channel } from '../messages/findings.ts';
import type { FalseAlarms, JudgingSettings, OwnParameters } from '../messages/judgingMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import type { BoardNames } from './boardNames.ts';
import type { BoardOffset } from './boardOffsets.ts';
import type { JudgedBy } from './judgedBy.ts';
import type { Judging } from './judging.ts';
import type { SignalTally } from './signalFigures.ts';
import type { TogetherChannel } from './togetherChannel.ts';

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
  tally(): SignalTally;
  agreement(): Agreement;
  /** What the forest on the board calls its events. */
  readonly boardNames: Pick<BoardNames, 'total' | 'since'>;
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
