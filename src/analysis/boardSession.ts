/**
 * One open link: who is at the other end, what its lines say, and the commands sent to it. Knows the
 * protocol, not the detector; what it finds goes to a listener in the order of the bytes.
 */
import type { Link, LinkEnd } from '../board/link.ts';
import type { Parameters } from '../detector/parameters.ts';
import { type Answer, createCommandDesk, type Operation } from '../protocol/command.ts';
import {
  createSampleLine,
  type FirmwareMessage,
  type Hello,
  readFirmwareLine,
} from '../protocol/firmwareLine.ts';
import { createForeignChannels } from '../protocol/foreignChannels.ts';
import { readForeignLine } from '../protocol/foreignLine.ts';
import { createLineSplitter } from '../protocol/lineSplitter.ts';
import { parseNumber } from '../protocol/number.ts';
import type { BoardKind } from './messages.ts';

/** A board that has not said hello by then does not run our firmware (yet). */
const HELLO_WITHIN_MS = 1500;
/** Lines kept while it is not yet known who speaks; the rest of a flood is of no use. */
const MAX_WAITING_LINES = 2000;
const PROMPT = '>>> ';
const COMMA = 0x2c;
const LINK = 0x48;
const ARRIVAL = 0x54;

export type VerdictMessage = Extract<FirmwareMessage, { type: 'verdict' }>;

export interface SessionListener {
  /** Who it is. Called again when a foreign board turns out to be ours. */
  identified(kind: BoardKind, hello: Hello | null): void;
  /** The channels of a foreign board were found, or are others now. */
  foreignChannels(names: readonly string[]): void;
  /** A sample of a board of ours, by its sequence number and its own clock. */
  sample(seq: number, boardMs: number, arrivalMs: number, values: ArrayLike<number>): void;
  /** A row of a foreign board's numbers, by the time it came. */
  foreignSample(arrivalMs: number, values: ArrayLike<number>): void;
  parameters(parameters: Parameters): void;
  verdict(verdict: VerdictMessage): void;
  invalidLine(): void;
  received(bytes: Uint8Array): void;
  sent(text: string): void;
  ended(end: LinkEnd): void;
}

export interface BoardSession {
  ask(operation: Operation, changes: Partial<Parameters>, answered: (answer: Answer) => void): void;
  sendLine(text: string): void;
  /** Call every 100 ms or so: time-outs are looked at here. */
  tick(): void;
  close(): Promise<void>;
}

/** Starts to read `link` and asks the board who it is. `nowMs` is the wall clock. */
export function startBoardSession(
  link: Link,
  listener: SessionListener,
  nowMs: () => number,
  firstCommandId: number,
): BoardSession {
  const openedMs = nowMs();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const sample = createSampleLine();
  const foreign = createForeignChannels();
  let kind: BoardKind | null = null;
  let channelCount = 0;
  let waiting: { readonly text: string; readonly arrivalMs: number }[] = [];
  let lastBytes = '';
  let arrivalMs = openedMs;

  const desk = createCommandDesk((line) => send(line), firstCommandId);

  function send(line: string): void {
    listener.sent(line.replace(/\n$/, ''));
    // A link that cannot be written to is ending; its end is reported once, by `closed`.
    link.write(encoder.encode(line)).catch(() => undefined);
  }

  function readLine(bytes: Uint8Array, from: number, to: number): void {
    if (to === from) return;
    if (link.replays && readHostLine(bytes, from, to)) return;
    const reading = readFirmwareLine(bytes, from, to, sample);
    if (reading === 'sample') {
      if (kind === 'tidemark') takeSample();
    } else if (typeof reading === 'object') {
      takeMessage(reading);
    } else if (kind === 'tidemark') {
      listener.invalidLine();
    } else {
      const text = decoder.decode(bytes.subarray(from, to));
      if (kind === null) wait(text);
      else takeForeignLine(text, arrivalMs);
    }
  }

  /** Whether a line of a recording is the host's own: `T,<hostMs>` tells when the next arrived. */
  function readHostLine(bytes: Uint8Array, from: number, to: number): boolean {
    if (bytes[from + 1] !== COMMA || (bytes[from] !== LINK && bytes[from] !== ARRIVAL))
      return false;
    const toldMs = bytes[from] === ARRIVAL ? parseNumber(bytes, from + 2, to - 3) : null;
    if (toldMs !== null) arrivalMs = toldMs;
    return true;
  }

  function takeSample(): void {
    if (sample.count !== channelCount) {
      listener.invalidLine();
      return;
    }
    listener.sample(sample.seq, sample.timeMs, arrivalMs, sample.values);
  }

  function takeMessage(message: FirmwareMessage): void {
    switch (message.type) {
      case 'hello':
        takeHello(message.hello);
        return;
      case 'parameters':
        listener.parameters(message.parameters);
        return;
      case 'verdict':
        listener.verdict(message);
        return;
      case 'reply':
        desk.reply(message.id, message.reply);
        return;
      case 'fit':
      case 'log':
        return;
      default:
        message satisfies never;
    }
  }

  function takeHello(hello: Hello): void {
    kind = 'tidemark';
    waiting = [];
    channelCount = hello.channels.length;
    listener.identified('tidemark', hello);
  }

  function wait(text: string): void {
    if (waiting.length < MAX_WAITING_LINES) waiting.push({ text, arrivalMs });
  }

  function takeForeignLine(text: string, lineArrivalMs: number): void {
    const reading = readForeignLine(text);
    if (reading.form === null) return;
    const { channels, rows } = foreign.take(reading, lineArrivalMs);
    if (channels) listener.foreignChannels(channels);
    for (const row of rows) listener.foreignSample(row.timeMs, row.values);
  }

  /** Nobody said hello in time. */
  function giveUpHello(): void {
    desk.giveUp();
    kind = lastBytes.endsWith(PROMPT) ? 'repl' : 'foreign';
    listener.identified(kind, null);
    const lines = waiting;
    waiting = [];
    for (const line of lines) takeForeignLine(line.text, line.arrivalMs);
  }

  const splitter = createLineSplitter({ line: readLine, tooLong: () => listener.invalidLine() });

  async function read(): Promise<void> {
    const reader = link.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!link.replays) arrivalMs = nowMs();
      listener.received(value);
      if (kind !== 'tidemark')
        lastBytes = (lastBytes + decoder.decode(value.subarray(-PROMPT.length))).slice(
          -PROMPT.length,
        );
      splitter.push(value);
    }
    const end = await link.closed;
    desk.giveUp();
    listener.ended(end);
  }

  void read();
  // Whoever it is says so in the hello line itself; that it came in time is looked at in `tick`.
  if (!link.replays) desk.ask('hello', {}, openedMs, () => undefined);

  return {
    ask: (operation, changes, answered) => desk.ask(operation, changes, nowMs(), answered),
    sendLine: (text) => send(`${text}\n`),
    tick() {
      const now = nowMs();
      if (kind === null && now - openedMs >= HELLO_WITHIN_MS) giveUpHello();
      desk.tick(now);
    },
    close: () => link.close(),
  };
}
