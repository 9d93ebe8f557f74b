/** What whoever records sessions is told and asked; `createSessionRecorder.ts` makes it. */
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Hello } from '../../protocol/firmwareMessages.ts';
import type { HostLine, RecordedLabel } from '../../protocol/hostLine.ts';
import type { RecordingState } from '../messages/recordingMessages.ts';

/** Who is at the other end. */
export interface RecordedBoard {
  /** Null for any other sketch. */
  readonly hello: Hello | null;
  /** Sessions with the same key go on in the same file. */
  readonly key: string;
  /** In words for people. */
  readonly name: string;
}

export interface SessionRecorder {
  /**
   * A link is being opened; `recordable` is false for a replay. `recordInto` names the file of a
   * session that was cut off.
   */
  opening(recordable: boolean, recordInto: string | null): void;
  received(chunk: Uint8Array, arrivalMs: number): void;
  line(line: HostLine): void;
  /** It is known who speaks; called again when that changes. */
  identified(board: RecordedBoard): void;
  /** Nobody who could be recorded, for now. */
  unidentifiable(): void;
  boardParameters(parameters: Parameters): void;
  /** Behind `boardParameters`: what a channel has of its own. */
  ownParameters(channel: number, own: ChannelParameters): void;
  judgingWith(parameters: Parameters): void;
  /** All labels of the person. */
  labelled(labels: readonly RecordedLabel[]): void;
  /** The link is gone; the board may come back. */
  interrupted(why: string): void;
  /** The session has ended: the file is closed. */
  finish(): Promise<void>;
  /** Switched on or off by the person. */
  switchTo(on: boolean): void;
  rename(name: string): void;
  tick(): void;
  state(): RecordingState;
  bytes(): number;
  /** The file that is being written, as it stands now; null without one. */
  snapshot(): Promise<Blob | null>;
  /** A file with all samples that are in memory, or were; null when no single one has them. */
  whole(): Promise<Blob | null>;
}
