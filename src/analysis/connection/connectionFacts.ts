/** What a connection tells of itself, and whom: types only. */
import type { LinkErrors } from '../../board/link.ts';
import type { ReplayPlayer } from '../../board/replayControl.ts';
import type { ConnectionState } from '../messages/connectionState.ts';
import type { SketchReport } from '../messages/sketchMessages.ts';
import type { ConversationListener } from './conversation.ts';

/** What went wrong with what the link brought. */
export interface LinkHealth {
  /** Lines dropped: wrong sum, too long, not understood. */
  readonly invalidLines: number;
  readonly lineErrors: LinkErrors;
  readonly signalsRefused: boolean;
}

/** What is known of the connection, at any moment. */
export interface ConnectionFacts {
  state(): ConnectionState;
  /** Of the replay that is open; null for a board. */
  player(): ReplayPlayer | null;
  /** Time since the last sample; null before the first. */
  sinceLastSampleMs(): number | null;
  linkHealth(): LinkHealth;
  /** What is to be told of the lines of another sketch. */
  sketch(): SketchReport;
}

/** What is heard of a connection beside what goes into its sink. */
export interface ConnectionListener
  extends Pick<ConversationListener, 'received' | 'sent' | 'note'> {
  /** A state was entered; the facts stay true from here on. */
  changed(connection: ConnectionFacts): void;
  /** What the board uses is not known any more, until it says so. */
  parametersUnknown(): void;
  /** Whoever speaks is not heard for now: it says other channels all the time. */
  unheard(): void;
  /** The link is gone or was given up. */
  interrupted(): void;
  /** The program on the board has ended; whatever comes next is another run's. */
  programEnded(): void;
}
