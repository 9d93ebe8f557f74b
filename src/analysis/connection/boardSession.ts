/**
 * One open link: who is at the other end, what its lines say, and the commands sent to it. Knows the
 * protocol, not the detector; what it finds goes to a listener in the order of the bytes.
 */
import type { Link, LinkEnd } from '../../board/link.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { type Answer, createCommandDesk, type Operation } from '../../protocol/command.ts';
import {
  createSampleLine,
  type FirmwareMessage,
  type Hello,
  readFirmwareLine,
} from '../../protocol/firmwareLine.ts';
import { createForeignChannels } from '../../protocol/foreignChannels.ts';
import { readForeignLine } from '../../protocol/foreignLine.ts';
import { type HostLine, looksLikeHostLine, readHostLine } from '../../protocol/hostLine.ts';
import { createLineSplitter } from '../../protocol/lineSplitter.ts';
import type { BoardKind, LinkHint } from '../messages/connectionState.ts';
import { createFirstWords } from './firstWords.ts';

/** A board that has not said hello by then does not run our firmware (yet). */
const HELLO_WITHIN_MS = 1500;
/** A prompt answers an Enter sooner than this. */
const PROMPT_WITHIN_MS = 500;
/** An answer to a hello that comes later than this is no answer. */
const HELLO_ANSWER_MS = 3000;
/** Lines kept while it is not yet known who speaks; the rest of a flood is of no use. */
const MAX_WAITING_LINES = 2000;
/** Of recorded commands, which may be any number: a file can say anything. */
const MAX_UNANSWERED = 100;

export type VerdictMessage = Extract<FirmwareMessage, { type: 'verdict' }>;

export interface SessionListener {
  /**
   * Who it is. Called again when a foreign board turns out to be ours, and for every later hello.
   * `unasked`: nobody asked for this hello, so the board says it because it has just started.
   */
  identified(kind: BoardKind, hello: Hello | null, unasked: boolean): void;
  /** The channels of a foreign board were found, or are others now. */
  foreignChannels(names: readonly string[]): void;
  /** A sample of a board of ours, by its sequence number and its own clock. */
  sample(seq: number, boardMs: number, arrivalMs: number, values: ArrayLike<number>): void;
  /** A row of a foreign board's numbers, by the time it came. */
  foreignSample(arrivalMs: number, values: ArrayLike<number>): void;
  parameters(parameters: Parameters): void;
  verdict(verdict: VerdictMessage): void;
  invalidLine(): void;
  /** Raw bytes, before anything in them is heard; a sample among them has this arrival time. */
  received(bytes: Uint8Array, arrivalMs: number): void;
  /** Replays only: what the recording says of itself, at its place in the stream. */
  hostLine(line: HostLine): void;
  sent(text: string): void;
  ended(end: LinkEnd): void;
}

export interface BoardSession {
  ask(operation: Operation, changes: Partial<Parameters>, answered: (answer: Answer) => void): void;
  /** `end`: what ends a line there; a carriage return is Enter at a prompt. */
  sendLine(text: string, end: '\n' | '\r'): void;
  /** Restarts MicroPython at its prompt, and with it main.py. `isBlank`: nothing is typed there. */
  restartProgram(isBlank: boolean): void;
  /** What is wrong with what comes; null when it is as it should be, or not yet known. */
  hint(): LinkHint | null;
  /** Call every 100 ms or so: time-outs are looked at here. */
  tick(): void;
  close(): Promise<void>;
}

/**
 * Starts to read `link` and asks the board who it is. `nowMs` is the wall clock. With `replayed` the
 * bytes are a recording's: nobody is asked, and who it is and when each line came stands in them.
 */
export function startBoardSession(
  link: Link,
  listener: SessionListener,
  nowMs: () => number,
  firstCommandId: number,
  replayed: boolean,
): BoardSession {
  const openedMs = nowMs();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const sample = createSampleLine();
  let foreign = createForeignChannels();
  /** Ids of the recorded commands to restart that were not answered yet. */
  const restarts = new Set<string>();
  let kind: BoardKind | null = null;
  let channelCount = 0;
  let waiting: { readonly text: string; readonly arrivalMs: number }[] = [];
  let arrivalMs = openedMs;
  const firstWords = createFirstWords();
  /** The hello commands that may still be answered, each as often as it was sent. */
  let hasSaidHello = false;
  let hellosSent: { readonly line: string; readonly sentMs: number }[] = [];
  /** When Enter was sent to whoever may sit at a prompt. */
  let probedMs: number | null = null;

  const desk = createCommandDesk((line) => {
    if (line.startsWith('hello,')) hellosSent.push({ line, sentMs: nowMs() });
    send(line);
  }, firstCommandId);

  function send(line: string): void {
    listener.sent(line.replace(/[\r\n]$/, ''));
    transmit(line);
  }

  function transmit(text: string): void {
    // A link that cannot be written to is ending; its end is reported once, by `closed`.
    link.write(encoder.encode(text)).catch(() => undefined);
  }

  function readLine(bytes: Uint8Array, from: number, to: number): void {
    if (to === from) return;
    if (replayed && looksLikeHostLine(bytes, from)) {
      const line = readHostLine(bytes, from, to);
      if (line) takeHostLine(line);
      else listener.invalidLine();
      return;
    }
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
        forgetHello(message.id);
        desk.reply(message.id, message.reply);
        if (message.reply.ok && restarts.delete(message.id)) {
          listener.hostLine({ type: 'restart', timeMs: arrivalMs });
        }
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
    const now = replayed ? arrivalMs : nowMs();
    hellosSent = hellosSent.filter(({ sentMs }) => now - sentMs < HELLO_ANSWER_MS);
    listener.identified('tidemark', hello, hasSaidHello && hellosSent.length === 0);
    hasSaidHello = true;
  }

  /** The reply stands behind the hello that was asked for. */
  function forgetHello(id: string): void {
    const at = hellosSent.findIndex(({ line }) => line.startsWith(`hello,${id}*`));
    if (at >= 0) hellosSent.splice(at, 1);
  }

  function takeHostLine(line: HostLine): void {
    switch (line.type) {
      case 'arrival':
        arrivalMs = line.timeMs;
        return;
      case 'link':
        foreign = createForeignChannels();
        hasSaidHello = false;
        hellosSent = [];
        // A board of ours is heard from its hello on, as it was live.
        kind = line.kind === 'foreign' ? 'foreign' : null;
        if (kind) listener.identified(kind, null, false);
        return;
      case 'command': {
        const [, id] = /^restart,(\d+)/.exec(line.line) ?? [];
        if (id && restarts.size < MAX_UNANSWERED) restarts.add(id);
        if (line.line.startsWith('hello,') && hellosSent.length < MAX_UNANSWERED) {
          hellosSent.push({ line: line.line, sentMs: line.timeMs });
        }
        return;
      }
      case 'judging':
      case 'break':
      case 'restart':
      case 'label':
      case 'unlabel':
      case 'summary':
        listener.hostLine(line);
        return;
      default:
        line satisfies never;
    }
  }

  function wait(text: string): void {
    if (waiting.length < MAX_WAITING_LINES) waiting.push({ text, arrivalMs });
  }

  function takeForeignLine(text: string, lineArrivalMs: number): void {
    const reading = readForeignLine(text);
    if (reading.form === null) {
      foreign.skip();
      return;
    }
    const { channels, rows } = foreign.take(reading, lineArrivalMs);
    if (channels) listener.foreignChannels(channels);
    for (const row of rows) listener.foreignSample(row.timeMs, row.values);
  }

  /**
   * Nobody said hello in time. A prompt takes our lines for half a line that is being typed, as
   * only a carriage return is Enter to it, and is quiet or echoes them. Enter makes it show itself;
   * to a sketch it is a blank. Ctrl-C, which would stop a program, is never sent unasked.
   */
  function helloIsLate(now: number): void {
    desk.giveUp();
    if (probedMs === null && firstWords.onlyEchoes(hellosSent.map(({ line }) => line))) {
      probedMs = now;
      send('\r');
    } else if (probedMs === null || now - probedMs >= PROMPT_WITHIN_MS) {
      takeAsForeign();
    }
  }

  function takeAsForeign(): void {
    kind = firstWords.endsWithPrompt() ? 'repl' : 'foreign';
    listener.identified(kind, null, false);
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
      if (!replayed) arrivalMs = nowMs();
      listener.received(value, arrivalMs);
      if (kind !== 'tidemark') firstWords.heard(value);
      splitter.push(value);
    }
    const end = await link.closed;
    desk.giveUp();
    listener.ended(end);
  }

  void read();
  // Whoever it is says so in the hello line itself; that it came in time is looked at in `tick`.
  if (!replayed) desk.ask('hello', {}, openedMs, () => undefined);

  return {
    ask: (operation, changes, answered) => desk.ask(operation, changes, nowMs(), answered),
    sendLine: (text, end) => send(text + end),
    restartProgram(isBlank) {
      // Ctrl-D restarts on an empty line alone; Ctrl-C gives up what is typed.
      listener.sent(isBlank ? 'Ctrl-D' : 'Ctrl-C Ctrl-D');
      transmit(isBlank ? '\x04' : '\x03\x04');
      if (kind !== 'repl') return;
      kind = 'foreign';
      listener.identified(kind, null, false);
    },
    hint: () =>
      kind === null || kind === 'tidemark' || replayed ? null : firstWords.hint(nowMs() - openedMs),
    tick() {
      const now = nowMs();
      if (kind === null && !replayed && now - openedMs >= HELLO_WITHIN_MS) helloIsLate(now);
      desk.tick(now);
    },
    close: () => link.close(),
  };
}
