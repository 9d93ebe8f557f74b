/**
 * The one reader of a board's lines: what each says goes into a sink, in the order of the bytes.
 * Knows no link and no clock, so that a live board (conversation.ts) and a recording
 * (recordedLines.ts) are read alike.
 */
import { createSampleLine, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import type { FirmwareMessage, Hello, Reply } from '../../protocol/firmwareMessages.ts';
import { type HelloRefusal, refusedHello } from '../../protocol/refusedHello.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { BoardKind } from '../messages/connectionState.ts';
import { NO_SKETCH, type SketchReport } from '../messages/sketchMessages.ts';
import { createSketchLines } from './sketchLines.ts';

/** An answer to a hello that comes later than this is no answer. */
const HELLO_ANSWER_MS = 3000;
/** Lines kept while it is not yet known who speaks; the rest of a flood is of no use. */
const MAX_WAITING_LINES = 2000;
/** Commands that may still be answered: a recording, or a person, can send any number. */
const MAX_UNANSWERED = 100;

/** What a reader hears beside samples. */
export interface ReaderListener {
  /**
   * Who it is. Called again when an unknown board turns out to be ours, and for every later hello.
   * `started`: a board that was heard already says hello unasked, so it has just started. Returns
   * whether it is heard from here on; of one that is not, nothing reaches the sink.
   */
  identified(kind: BoardKind, hello: Hello | null, started: boolean): boolean;
  /** A line that should have been ours was dropped. */
  invalidLine(): void;
  /** Which model is on the board, said after a transfer; null: none. */
  hasModel?(hash: string | null): void;
  /** An answer to a command. */
  reply?(id: string, reply: Reply): void;
}

export interface BoardReader {
  /** One line, without its end, in `bytes[from..to)`; valid only during the call. */
  line(bytes: Uint8Array, from: number, to: number, arrivalMs: number): void;
  /** A line was dropped before it could be read: too long, or broken. */
  dropped(arrivalMs: number): void;
  /** A line that was sent to the board: its answer means something here. */
  sent(line: string, timeMs: number): void;
  /** Another link begins: nobody is known, nothing was said. */
  begin(): void;
  /** Nobody says hello here: what came, and comes, is this one's. */
  takeAs(kind: 'foreign' | 'repl'): void;
  /** Who speaks; null until that is known. */
  kind(): BoardKind | null;
  /** What is to be told of the lines of another sketch. */
  sketch(nowMs: number): SketchReport;
  /** Spacing of its rows; null when it is not known, or there is no sketch. */
  sketchPeriodMs(): number | null;
  /** The person has the names of the sketch forgotten. */
  forgetChannels(): void;
  /** Why a hello of our firmware was none that this page can talk to; null when there was none such. */
  helloRefusal(): HelloRefusal | null;
  /** Whether whoever speaks is heard. */
  isHeard(): boolean;
  /** When the newest sample that was heard arrived; null before the first. */
  lastSampleMs(): number | null;
  /** Nothing of it reaches anybody any more. */
  stop(): void;
}

export function createBoardReader(sink: SampleSink, listener: ReaderListener): BoardReader {
  const decoder = new TextDecoder();
  const sample = createSampleLine();
  let sketch = createSketchLines();
  let refusal: HelloRefusal | null = null;
  let kind: BoardKind | null = null;
  let heard = false;
  let stopped = false;
  let channelCount = 0;
  let waiting: { readonly text: string; readonly arrivalMs: number }[] = [];
  let lastSampleMs: number | null = null;
  let hasSaidHello = false;
  /** The hello commands that may still be answered, each as often as it was sent. */
  let hellosSent: { readonly line: string; readonly sentMs: number }[] = [];
  /** Ids of the commands to restart that were not answered yet. */
  const restarts = new Set<string>();

  function identify(its: BoardKind, hello: Hello | null, unasked: boolean): void {
    kind = its;
    if (!stopped) heard = listener.identified(its, hello, heard && unasked);
  }

  function invalid(): void {
    if (heard) listener.invalidLine();
  }

  function takeSample(arrivalMs: number): void {
    if (!heard) return;
    if (sample.count !== channelCount) {
      listener.invalidLine();
      return;
    }
    lastSampleMs = arrivalMs;
    sink.sample(sample, arrivalMs);
  }

  function takeMessage(message: FirmwareMessage, arrivalMs: number): void {
    switch (message.type) {
      case 'hello':
        takeHello(message.hello, arrivalMs);
        return;
      case 'parameters':
        if (heard) sink.boardParameters(message);
        return;
      case 'own-parameters':
        if (heard) sink.ownParameters(message.channel, message.own);
        return;
      case 'watched':
        if (heard) sink.watched(message);
        return;
      case 'verdict':
        if (heard) sink.verdict(message);
        return;
      case 'named':
        if (heard) sink.named(message);
        return;
      case 'model':
        if (heard) listener.hasModel?.(message.hash);
        return;
      case 'reply':
        takeReply(message.id, message.reply);
        return;
      case 'log':
        if (heard && message.skipped !== null) sink.skipped(message.skipped);
        return;
      case 'fit':
      case 'unknown':
        return;
      default:
        message satisfies never;
    }
  }

  function takeHello(hello: Hello, arrivalMs: number): void {
    waiting = [];
    refusal = null;
    channelCount = hello.channels.length;
    hellosSent = hellosSent.filter(({ sentMs }) => arrivalMs - sentMs < HELLO_ANSWER_MS);
    identify('tidemark', hello, hasSaidHello && hellosSent.length === 0);
    hasSaidHello = true;
  }

  function takeReply(id: string, reply: Reply): void {
    // It stands behind the hello that was asked for, and where the board forgot what it had learned.
    const at = hellosSent.findIndex(({ line }) => line.startsWith(`hello,${id}*`));
    if (at >= 0) hellosSent.splice(at, 1);
    if (reply.ok && restarts.delete(id) && heard) sink.restart();
    listener.reply?.(id, reply);
  }

  function takeForeignLine(text: string, arrivalMs: number): void {
    const rowMs = sketch.take(text, arrivalMs, heard ? sink : null);
    if (heard && rowMs !== null) lastSampleMs = rowMs;
  }

  return {
    line(bytes, from, to, arrivalMs) {
      if (to === from) return;
      const reading = readFirmwareLine(bytes, from, to, sample);
      if (reading === 'sample') {
        if (kind === 'tidemark') takeSample(arrivalMs);
      } else if (typeof reading === 'object') {
        takeMessage(reading, arrivalMs);
      } else if (kind === 'tidemark') {
        invalid();
      } else {
        const text = decoder.decode(bytes.subarray(from, to));
        refusal = refusedHello(bytes, from, to) ?? refusal;
        if (kind !== null) takeForeignLine(text, arrivalMs);
        else if (waiting.length < MAX_WAITING_LINES) waiting.push({ text, arrivalMs });
      }
    },
    dropped(arrivalMs) {
      if (kind === 'foreign') sketch.tooLong(arrivalMs);
      else invalid();
    },
    sent(line, timeMs) {
      const [, operation, id] = /^(hello|restart),(\d+)/.exec(line) ?? [];
      if (operation === 'hello') {
        hellosSent = [...hellosSent.slice(1 - MAX_UNANSWERED), { line, sentMs: timeMs }];
      }
      if (operation === 'restart' && id !== undefined) {
        restarts.add(id);
        for (const oldest of restarts) {
          if (restarts.size <= MAX_UNANSWERED) break;
          restarts.delete(oldest);
        }
      }
    },
    begin() {
      sketch = createSketchLines();
      refusal = null;
      kind = null;
      waiting = [];
      hasSaidHello = false;
      hellosSent = [];
    },
    takeAs(its) {
      identify(its, null, false);
      const lines = waiting;
      waiting = [];
      for (const { text, arrivalMs } of lines) takeForeignLine(text, arrivalMs);
    },
    kind: () => kind,
    // At a prompt nobody prints rows.
    sketch: (nowMs) => (kind === 'foreign' ? sketch.report(nowMs) : NO_SKETCH),
    sketchPeriodMs: () => (kind === 'foreign' ? sketch.periodMs() : null),
    forgetChannels() {
      if (kind !== 'foreign') return;
      sketch.forgetChannels();
      if (heard) sink.channelsForgotten();
    },
    helloRefusal: () => refusal,
    isHeard: () => heard,
    lastSampleMs: () => lastSampleMs,
    stop() {
      stopped = true;
      heard = false;
    },
  };
}
