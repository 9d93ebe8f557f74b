/**
 * Raw-paste mode: the board compiles while it receives and says when it can take more
 * (docs.micropython.org, "Raw-paste mode").
 */
import { stopped } from './installFault.ts';
import {
  ANSWER_MS,
  expectBytes,
  expectUntil,
  type ReplAnswer,
  type ReplLine,
  send,
} from './replBytes.ts';

export const RAW_BANNER = 'raw REPL; CTRL-B to exit\r\n>';
const ASK = '\x05A\x01';
const END = '\x04';
const WINDOW_CONSUMED = '\x01';
/** What a build that has never heard of it answers to the three bytes of `ASK`. */
const OLD_ANSWER = 'ra';

/** From raw mode: asks for it. @returns the window's increment in bytes; null when there is none. */
export async function askRawPaste(line: ReplLine): Promise<number | null> {
  line.inbox.clear();
  await send(line, ASK);
  const answer = await expectBytes(line, 2);
  if (answer === 'R\x01') {
    const increment = await expectBytes(line, 2);
    return increment.charCodeAt(0) | (increment.charCodeAt(1) << 8);
  }
  if (answer === 'R\x00') return null;
  if (answer === OLD_ANSWER) {
    await expectUntil(line, RAW_BANNER.slice(OLD_ANSWER.length), ANSWER_MS);
    return null;
  }
  throw stopped('no-answer', `to raw-paste it said ${JSON.stringify(answer)}`);
}

/** Runs ASCII code once `askRawPaste` has given a window. @throws InstallStop `no-answer`… */
export async function runRawPaste(
  line: ReplLine,
  code: string,
  windowBytes: number,
  withinMs: number,
): Promise<ReplAnswer> {
  const { inbox } = line;
  let allowed = windowBytes;
  let sent = 0;
  let hadEnough = false;
  while (sent < code.length && !hadEnough) {
    if (allowed === 0 || inbox.waiting() > 0) {
      const word = await expectBytes(line, 1);
      if (word === WINDOW_CONSUMED) allowed += windowBytes;
      else if (word === END) hadEnough = true;
      else throw stopped('no-answer', `in the middle of the code it said ${JSON.stringify(word)}`);
      continue;
    }
    const until = Math.min(code.length, sent + allowed);
    await send(line, code.slice(sent, until));
    allowed -= until - sent;
    sent = until;
  }
  await send(line, END);
  // A board that had enough (the code does not compile) has said so already, and says why next.
  if (!hadEnough) await expectUntil(line, END, ANSWER_MS);
  const output = await expectUntil(line, END, withinMs);
  const error = await expectUntil(line, END, ANSWER_MS);
  await expectUntil(line, '>', ANSWER_MS);
  return { output: output.slice(0, -END.length), error: error.slice(0, -END.length) };
}
