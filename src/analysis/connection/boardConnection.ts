/** What the connection to a board is asked for; `createBoardConnection.ts` makes it. */
import type { Source } from '../../board/source.ts';
import type { Injection } from '../../board/virtualMachines.ts';
import type { Answer, CommandChanges, ModelPiece, Operation } from '../../protocol/command.ts';
import type { ConnectionFacts } from './connectionFacts.ts';

interface Opening {
  /** The page has found the board that went away, and opened it. */
  readonly again: boolean;
  /** As `Links.open` takes it. */
  readonly patient: boolean;
}

export interface BoardConnection extends ConnectionFacts {
  open(session: number, source: Source, how: Opening): Promise<void>;
  close(): Promise<void>;
  /** The person has said which of the offered ports it is. */
  choose(id: number): void;
  /** Asks a board of ours; anybody else is answered for with null at once. */
  ask(
    operation: Operation,
    said: CommandChanges | ModelPiece,
    answered: (answer: Answer) => void,
  ): void;
  sendLine(text: string): void;
  /** Starts the board's program where MicroPython's prompt stands; does nothing anywhere else. */
  restartProgram(): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** The names of a sketch's channels are forgotten; those that come next begin anew. */
  forgetChannels(): void;
  /** Calls once at the next hello of a board that is taken. */
  onNextHello(greeted: () => void): void;
  /** The line is the installer's for a while, or the board's again. */
  lend(isLent: boolean): void;
  tick(): void;
}
