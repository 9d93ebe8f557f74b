/** What the page is told of the connection to a board. */
import type { PortChoice } from '../../board/boardSearch.ts';
import type { ConnectionPhase } from '../../board/connectionPhases.ts';
import type { Fault } from '../../board/fault.ts';
import type { BoardAbility } from '../../protocol/firmwareMessages.ts';
import type { HelloRefusal } from '../../protocol/refusedHello.ts';

export interface ConnectionState {
  /** The page's number of the link that it last asked for. */
  readonly session: number;
  readonly phase: ConnectionPhase;
  /** Which kind of board answered; null until that is known. */
  readonly kind: BoardKind | null;
  readonly identity: BoardIdentity | null;
  /** Why, for `lost`, `busy`, `failed` and `unsupported`. */
  readonly fault: Fault | null;
  /** What is wrong with what an open port brings. */
  readonly hint: LinkHint | null;
  /** The program on the board has ended under an open port; null while it runs, as far as known. */
  readonly programEnd: ProgramEnd | null;
  /** Whether a board at its prompt has a program to start; null while that is not known. */
  readonly hasMain: boolean | null;
  /** When the board went away, for `lost` and `reconnecting`. */
  readonly lostAtMs: number | null;
  /** Boards alike of which the lost one may be any: the person is asked. Empty otherwise. */
  readonly choices: readonly PortChoice[];
}

export const NOT_CONNECTED: ConnectionState = {
  session: 0,
  phase: 'idle',
  kind: null,
  identity: null,
  fault: null,
  hint: null,
  programEnd: null,
  hasMain: null,
  lostAtMs: null,
  choices: [],
};

export type BoardKind =
  /** Runs our firmware: parameters can be pushed. */
  | 'tidemark'
  /** Any other sketch that prints numbers: the detector runs here alone. */
  | 'foreign'
  /** MicroPython at its prompt, without our firmware. */
  | 'repl';

/** What a board of ours says of itself in its hello line. */
export interface BoardIdentity {
  readonly board: string;
  readonly id: string;
  readonly sensor: string;
  readonly version: string;
  readonly floatBits: 30 | 32 | 64;
  /** Of the detector on it; 2 when it does not say. Other rules than the page's: see `PAGE_RULES`. */
  readonly rules: number;
  /** What this build can; empty when it does not say. */
  readonly can: readonly BoardAbility[];
  /** The largest N that it has memory for; null when it does not say. */
  readonly most: number | null;
  /** The longest that a sample may take for its fits, in ms; null when it does not say. */
  readonly fitsMs: number | null;
  /** Hash of the forest on it; null without one. */
  readonly model: string | null;
  /** Whether its parameters were saved to flash. */
  readonly saved: boolean;
}

/** The rules by which the page judges. */
export const PAGE_RULES = 3;

/** Whether an open link may bring samples as it is: a prompt does not, nor what only the person can mend. */
export function maySendSamples({
  kind,
  hint,
  programEnd,
}: Pick<ConnectionState, 'kind' | 'hint' | 'programEnd'>): boolean {
  return kind !== 'repl' && (hint === null || hint === 'silent') && programEnd === null;
}

export type LinkHint =
  /** The port is open, and nothing has come at all. */
  | 'silent'
  /** Most of what comes is no text: the baud rate is wrong. */
  | 'garbage'
  /** The recording is over, and nobody has spoken in it. */
  | 'empty'
  /** The board says other channels all the time, and is not followed. */
  | 'changing'
  /** A board of ours whose hello this page does not know: an update of the page helps. */
  | HelloRefusal;

/** MicroPython's prompt stands where a program ran. */
export interface ProgramEnd {
  /** The exception that ended it, as the board named it; empty when it ended without one. */
  readonly error: string;
}
