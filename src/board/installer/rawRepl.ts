/**
 * MicroPython's REPL from the host's side: reach it, run code there, leave it.
 *
 * Every wait has a hard deadline: a program that prints without end must not keep one waiting.
 */
import { runEchoPaste } from './echoPaste.ts';
import { stopped } from './installFault.ts';
import { askRawPaste, RAW_BANNER, runRawPaste } from './rawPaste.ts';
import {
  ANSWER_MS,
  failIfEnded,
  PROMPT,
  pause,
  type ReplAnswer,
  type ReplLine,
  send,
} from './replBytes.ts';

const INTERRUPT = '\x03';
const ENTER_RAW = '\r\x01';
const LEAVE_RAW = '\r\x02';
const SOFT_RESET = '\x04';

const PROBE_MS = 500;
const BANNER_MS = 2000;
const RESET_MS = 5000;
const INTERRUPT_FOR_MS = 20_000;
/** After Ctrl-C: native USB clears its buffer then, and what is sent meanwhile is lost. */
const AFTER_INTERRUPT_MS = 150;

export interface Repl {
  /** Runs code and gives what it printed. @throws InstallStop `no-answer` or `vanished` */
  run(code: string, withinMs?: number): Promise<ReplAnswer>;
}

/** Whether the board is at its prompt, found out without disturbing a program that runs. */
export async function isAtPrompt(line: ReplLine): Promise<boolean> {
  // Since 1.28 a carriage return right after a line that ended in a newline, as our `hello` does, is
  // taken for its other half and swallowed: the second one of the pair is answered then. The second
  // try also leaves a raw REPL, where an earlier host may have left the board.
  for (const knock of ['\r\r', LEAVE_RAW]) {
    line.inbox.clear();
    await send(line, knock);
    if ((await line.inbox.until(PROMPT, PROBE_MS)) !== null) return true;
  }
  failIfEnded(line);
  return false;
}

/**
 * Gets to the raw REPL, with Ctrl-C as often as it takes when `interrupt` is set, and resets the
 * interpreter there: what ran before may have left no memory. main.py is not run by that.
 *
 * @throws InstallStop `no-prompt`, `vanished`, or what `checkCancel` throws
 */
export async function openRepl(
  line: ReplLine,
  interrupt: boolean,
  checkCancel: () => void,
): Promise<Repl> {
  await reachRawMode(line, interrupt, checkCancel);
  await send(line, SOFT_RESET);
  // Some builds come back with something running: then once more, and without a reset.
  if ((await line.inbox.until(RAW_BANNER, RESET_MS)) === null) {
    await reachRawMode(line, true, checkCancel);
  }
  let windowBytes = await askRawPaste(line);
  if (windowBytes === null) {
    if (!(await closeRepl(line))) throw stopped('no-answer');
    return { run: (code, withinMs = ANSWER_MS) => runEchoPaste(line, code, withinMs) };
  }
  let isAsked = true;
  return {
    async run(code, withinMs = ANSWER_MS) {
      if (!isAsked) windowBytes = await askRawPaste(line);
      isAsked = false;
      if (windowBytes === null) throw stopped('no-answer', 'raw-paste is gone');
      return runRawPaste(line, code, windowBytes, withinMs);
    },
  };
}

/** Back to the friendly prompt, from anywhere but a running program. Returns whether it came. */
export async function closeRepl(line: ReplLine): Promise<boolean> {
  line.inbox.clear();
  await send(line, LEAVE_RAW);
  return (await line.inbox.until(PROMPT, BANNER_MS)) !== null;
}

/** From the friendly prompt: starts the board's program anew, without dropping the USB port. */
export async function softReset(line: ReplLine): Promise<void> {
  await send(line, SOFT_RESET);
}

async function reachRawMode(
  line: ReplLine,
  interrupt: boolean,
  checkCancel: () => void,
): Promise<void> {
  const { inbox, clock } = line;
  const giveUpMs = clock.nowMs() + INTERRUPT_FOR_MS;
  for (let tries = 1; ; tries += 1) {
    checkCancel();
    if (interrupt) {
      await send(line, INTERRUPT);
      await inbox.until(PROMPT, AFTER_INTERRUPT_MS * Math.min(tries, 10));
      await pause(line, AFTER_INTERRUPT_MS);
    }
    inbox.clear();
    await send(line, ENTER_RAW);
    if ((await inbox.until(RAW_BANNER, BANNER_MS)) !== null) return;
    failIfEnded(line);
    if (clock.nowMs() > giveUpMs || (!interrupt && tries === 3)) throw stopped('no-prompt');
  }
}
