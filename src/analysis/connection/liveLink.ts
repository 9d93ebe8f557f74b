/**
 * One open link and whoever is at its end, heard only once it is known to be the right one, and not
 * at all after it was dropped.
 */
import type { LinkEnd } from '../../board/link.ts';
import type { Hello } from '../../protocol/firmwareLine.ts';
import type { BoardKind, ConnectionState, ProgramEnd } from '../messages/connectionState.ts';
import { type BoardSession, type SessionListener, startBoardSession } from './boardSession.ts';
import type { OpenedLink } from './links.ts';
import { createProgramWatch } from './programWatch.ts';

/** What a session hears, but for its beginning and end. */
export type DataListener = Omit<SessionListener, 'identified' | 'ended'>;

export interface ConnectionListener extends DataListener {
  changed(state: ConnectionState): void;
  /**
   * A board of ours said hello; comes before the change to `streaming`. `started`: it says so
   * because it has just started, while the link stood.
   */
  greeted(hello: Hello, started: boolean): void;
  /** What the board uses is not known any more, until it says so. */
  parametersUnknown(): void;
  /** The link is gone or was given up. */
  interrupted(): void;
  /** The program on the board has ended; whatever comes next is another run's. */
  programEnded(): void;
}

export interface LiveLinkListener {
  readonly data: DataListener;
  /**
   * Whether whoever answered is taken; asked at every hello. One that is not must be dropped.
   * `started`: a board that was taken says hello unasked: it has just started.
   */
  readonly judge: (kind: BoardKind, hello: Hello | null, started: boolean) => boolean;
  /** The link ended by itself. Not called after `drop`. */
  readonly ended: (end: LinkEnd) => void;
}

export interface LiveLink {
  readonly opened: OpenedLink;
  readonly session: BoardSession;
  /** How the board's program has ended; null while it runs, and for a replay. */
  programEnd(lastSampleMs: number | null): ProgramEnd | null;
  /** Starts the program at whose end the prompt waits. */
  restartProgram(): void;
  /** Closes it; nothing is heard of it any more. */
  drop(): Promise<void>;
}

export function startLiveLink(
  opened: OpenedLink,
  { data, judge, ended }: LiveLinkListener,
  nowMs: () => number,
  firstCommandId: number,
): LiveLink {
  let dropped = false;
  let taken = false;
  const isReplay = opened.player !== undefined;
  const program = createProgramWatch();
  const heard = () => taken && !dropped;
  const session = startBoardSession(
    opened.link,
    {
      identified(kind, hello, unasked) {
        if (hello) program.forget();
        if (!dropped) taken = judge(kind, hello, taken && unasked);
      },
      foreignChannels: (names) => heard() && data.foreignChannels(names),
      sample: (seq, boardMs, arrivalMs, values) =>
        heard() && data.sample(seq, boardMs, arrivalMs, values),
      foreignSample: (arrivalMs, values) => heard() && data.foreignSample(arrivalMs, values),
      parameters: (parameters) => heard() && data.parameters(parameters),
      verdict: (verdict) => heard() && data.verdict(verdict),
      invalidLine: () => heard() && data.invalidLine(),
      received(bytes, arrivalMs) {
        if (dropped) return;
        if (!isReplay) program.heard(bytes, arrivalMs);
        data.received(bytes, arrivalMs);
      },
      hostLine: (line) => heard() && data.hostLine(line),
      sent: (text) => data.sent(text),
      ended: (end) => !dropped && ended(end),
    },
    nowMs,
    firstCommandId,
    isReplay,
  );
  return {
    opened,
    session,
    programEnd: (lastSampleMs) => program.end(nowMs(), lastSampleMs),
    restartProgram() {
      session.restartProgram(program.isAtBlankPrompt());
      program.forget();
    },
    drop() {
      dropped = true;
      return session.close();
    },
  };
}
