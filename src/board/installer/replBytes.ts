/** Sending to a board at its REPL, and expecting something back by a deadline. */
import { stopped } from './installFault.ts';
import type { Clock, ReplInbox } from './replInbox.ts';

/** How long a board may take to say the next word of a conversation. */
export const ANSWER_MS = 10_000;
export const PROMPT = '>>> ';

export interface ReplLine {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly inbox: ReplInbox;
  readonly clock: Clock;
}

export interface ReplAnswer {
  readonly output: string;
  /** The traceback, or empty. */
  readonly error: string;
}

const encoder = new TextEncoder();

/** @throws InstallStop `vanished` */
export async function send(line: ReplLine, text: string): Promise<void> {
  try {
    await line.write(encoder.encode(text));
  } catch (error) {
    throw stopped('vanished', String(error));
  }
}

/** The next bytes, one character each. @throws InstallStop `no-answer` or `vanished` */
export async function expectBytes(line: ReplLine, count: number): Promise<string> {
  return (await line.inbox.take(count, ANSWER_MS)) ?? silence(line);
}

/** Everything up to and with `mark`. @throws InstallStop `no-answer` or `vanished` */
export async function expectUntil(line: ReplLine, mark: string, withinMs: number): Promise<string> {
  return (await line.inbox.until(mark, withinMs)) ?? silence(line);
}

export function failIfEnded({ inbox }: ReplLine): void {
  if (inbox.ended()) throw stopped('vanished');
}

export function pause({ clock }: ReplLine, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}

function silence(line: ReplLine): never {
  failIfEnded(line);
  throw stopped('no-answer');
}
