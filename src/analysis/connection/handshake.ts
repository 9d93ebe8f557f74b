/** Finds out who is at the end of a live link: a board of ours, any other sketch, or a prompt. */
import type { PendingCommands } from '../../protocol/command.ts';
import type { LinkHint } from '../messages/connectionState.ts';
import type { BoardReader } from './boardReader.ts';
import { createFirstWords } from './firstWords.ts';

/** A board that has not said hello by then does not run our firmware (yet). */
const HELLO_WITHIN_MS = 1500;
/** A prompt answers an Enter sooner than this. */
const PROMPT_WITHIN_MS = 500;

export interface Handshake {
  /** Asks for a hello. Whoever it is says so in the hello line itself, which the reader reads. */
  begin(nowMs: number): void;
  /** A line was sent, ours or a person's. */
  sent(line: string): void;
  /** Bytes came, which are about to be read. */
  received(bytes: Uint8Array): void;
  /** What is wrong with what comes; null when it is as it should be, or not yet known. */
  hint(nowMs: number): LinkHint | null;
  /** Call every 100 ms or so: that a hello came in time is looked at here. */
  tick(nowMs: number): void;
}

export function createHandshake(around: {
  readonly reader: BoardReader;
  readonly commands: PendingCommands;
  /** Sends as it is. */
  readonly send: (text: string) => void;
}): Handshake {
  const { reader, commands, send } = around;
  const firstWords = createFirstWords();
  let hellos: string[] = [];
  let openedMs = 0;
  /** When Enter was sent to whoever may sit at a prompt. */
  let probedMs: number | null = null;

  /**
   * Nobody said hello in time. A prompt takes our lines for half a line that is being typed, as
   * only a carriage return is Enter to it, and is quiet or echoes them. Enter makes it show itself;
   * to a sketch it is a blank. Ctrl-C, which would stop a program, is never sent unasked.
   */
  function helloIsLate(nowMs: number): void {
    commands.giveUp();
    if (probedMs === null && firstWords.onlyEchoes(hellos)) {
      probedMs = nowMs;
      send('\r');
    } else if (probedMs === null || nowMs - probedMs >= PROMPT_WITHIN_MS) {
      reader.takeAs(firstWords.endsWithPrompt() ? 'repl' : 'foreign');
    }
  }

  return {
    begin(nowMs) {
      openedMs = nowMs;
      commands.ask('hello', {}, nowMs, () => undefined);
    },
    sent(line) {
      if (reader.kind() === null && line.startsWith('hello,')) hellos = [...hellos, line];
    },
    received(bytes) {
      if (reader.kind() !== 'tidemark') firstWords.heard(bytes);
    },
    hint(nowMs) {
      const kind = reader.kind();
      return kind === null || kind === 'tidemark' ? null : firstWords.hint(nowMs - openedMs);
    },
    tick(nowMs) {
      if (reader.kind() === null && nowMs - openedMs >= HELLO_WITHIN_MS) helloIsLate(nowMs);
    },
  };
}
