/**
 * The friendly REPL's paste mode, for builds without raw-paste. Plain raw mode has no flow control,
 * and a UART loses without a word what its 64-byte buffer does not hold; paste mode sends back every
 * byte that it has taken. So each piece waits for the echo of the one before, and code that comes
 * back different is called off instead of run.
 */
import { stopped } from './installFault.ts';
import { expectUntil, PROMPT, type ReplAnswer, type ReplLine, send } from './replBytes.ts';

const BEGIN = '\x05';
const BEGUN = '=== ';
const CALL_OFF = '\x03';
const END = '\x04';
const TRACEBACK = 'Traceback (most recent call last):';

/** Half of the smallest buffer of a board's UART. */
const PIECE_BYTES = 32;
const ECHO_MS = 2000;
const TRIES = 5;

/** Runs ASCII code from the friendly prompt. @throws InstallStop `no-answer` or `vanished` */
export async function runEchoPaste(
  line: ReplLine,
  code: string,
  withinMs: number,
): Promise<ReplAnswer> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    line.inbox.clear();
    if (await typedIn(line, code.replaceAll('\n', '\r'))) {
      const said = (await expectUntil(line, PROMPT, withinMs)).slice(0, -PROMPT.length);
      const at = said.indexOf(TRACEBACK);
      if (at < 0) return { output: said, error: '' };
      return { output: said.slice(0, at), error: said.slice(at) };
    }
    await send(line, CALL_OFF);
    await line.inbox.until(PROMPT, ECHO_MS);
  }
  throw stopped('no-answer', 'what was typed came back different');
}

/** Types, piece by piece; true once all of it was echoed and is being run. */
async function typedIn(line: ReplLine, text: string): Promise<boolean> {
  await send(line, BEGIN);
  if ((await line.inbox.until(BEGUN, ECHO_MS)) === null) return false;
  for (let from = 0; from < text.length; from += PIECE_BYTES) {
    const piece = text.slice(from, from + PIECE_BYTES);
    await send(line, piece);
    const expected = piece.replaceAll('\r', `\r\n${BEGUN}`);
    if ((await line.inbox.take(expected.length, ECHO_MS)) !== expected) return false;
  }
  await send(line, END);
  return (await line.inbox.until('\r\n', ECHO_MS)) !== null;
}
