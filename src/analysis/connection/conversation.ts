/**
 * The talk on one open link: who is at its end, what its lines say, and the commands sent to it.
 * Heard only once it is known to be the right one, and not at all after it was dropped.
 */
import type { LinkEnd } from '../../board/link.ts';
import {
  type Answer,
  type CommandChanges,
  createPendingCommands,
  type ModelPiece,
  type Operation,
} from '../../protocol/command.ts';
import { createLineSplitter, SKETCH_LINE_LIMIT } from '../../protocol/lineSplitter.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { LinkHint, ProgramEnd } from '../messages/connectionState.ts';
import type { SketchReport } from '../messages/sketchMessages.ts';
import { createBoardReader } from './boardReader.ts';
import { createHandshake } from './handshake.ts';
import type { OpenedLink } from './links.ts';
import { createMainProgram } from './mainProgram.ts';
import { createProgramState } from './programState.ts';
import { readToEnd } from './readToEnd.ts';
import type { RecordedLinesListener } from './recordedLines.ts';

export interface ConversationListener extends RecordedLinesListener {
  /** Raw bytes, before anything in them is heard; a sample among them has this arrival time. */
  received(bytes: Uint8Array, arrivalMs: number): void;
  sent(text: string): void;
  /** Samples were heard, the newest at this time of the host's clock. */
  sampled(atMs: number): void;
  /** The link ended by itself. Not called after `drop`. */
  ended(end: LinkEnd): void;
}

export interface Conversation {
  readonly opened: OpenedLink;
  ask(
    operation: Operation,
    said: CommandChanges | ModelPiece,
    answered: (answer: Answer) => void,
  ): void;
  /** `end`: what ends a line there; a carriage return is Enter at a prompt. */
  sendLine(text: string, end: '\n' | '\r'): void;
  /** Starts the program at whose end the prompt waits, by restarting MicroPython. */
  restartProgram(): void;
  /** What is wrong with what comes; null when it is as it should be, or not yet known. */
  hint(): LinkHint | null;
  /** Whether a board at its prompt has a program to start; null while that is not known. */
  hasMain(): boolean | null;
  /** What is to be told of the lines of another sketch. */
  sketch(): SketchReport;
  /** Spacing of its rows; null when it is not known, or there is no sketch. */
  sketchPeriodMs(): number | null;
  /** The person has the names of the sketch forgotten. */
  forgetChannels(): void;
  /** How the board's program has ended; null while it runs. */
  programEnd(): ProgramEnd | null;
  /** Call every 100 ms or so: time-outs are looked at here. */
  tick(): void;
  /** Closes it; nothing is heard of it any more. */
  drop(): Promise<void>;
}

/**
 * Starts to read a live link and asks the board who it is; a recording is played by `playRecording`.
 * `nowMs` is the wall clock. What the board says of samples goes into `sink`.
 */
export function startConversation(
  opened: OpenedLink,
  sink: SampleSink,
  listener: ConversationListener,
  nowMs: () => number,
  firstCommandId: number,
): Conversation {
  const { link } = opened;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const program = createProgramState();
  const main = createMainProgram((line) => {
    listener.sent(line);
    transmit(`${line}\r`);
  });
  let arrivalMs = nowMs();
  let dropped = false;
  let sampledMs: number | null = null;

  const commands = createPendingCommands(send, firstCommandId);
  const reader = createBoardReader(sink, {
    identified(kind, hello, started) {
      if (hello) program.forget();
      return listener.identified(kind, hello, started);
    },
    invalidLine: listener.invalidLine,
    hasModel: (hash) => listener.hasModel?.(hash),
    reply: commands.reply,
  });
  const handshake = createHandshake({ reader, commands, send });
  const splitter = createLineSplitter(
    {
      line(bytes, from, to) {
        if (reader.kind() === 'repl') main.line(decoder.decode(bytes.subarray(from, to)));
        reader.line(bytes, from, to, arrivalMs);
      },
      tooLong: () => reader.dropped(arrivalMs),
    },
    SKETCH_LINE_LIMIT,
  );

  function send(line: string): void {
    reader.sent(line, nowMs());
    handshake.sent(line);
    listener.sent(line.replace(/[\r\n]$/, ''));
    transmit(line);
  }

  function transmit(text: string): void {
    // A link that cannot be written to is ending; its end is reported once, by `closed`.
    link.write(encoder.encode(text)).catch(() => undefined);
  }

  function noteSamples(): void {
    const newest = reader.lastSampleMs();
    if (newest === null || newest === sampledMs || dropped) return;
    sampledMs = newest;
    listener.sampled(newest);
  }

  async function read(): Promise<void> {
    const end = await readToEnd(link, (bytes) => {
      arrivalMs = nowMs();
      if (!dropped) {
        program.heard(bytes, arrivalMs);
        listener.received(bytes, arrivalMs);
      }
      handshake.received(bytes);
      splitter.push(bytes);
      noteSamples();
    });
    commands.giveUp();
    if (!dropped) listener.ended(end);
  }

  void read();
  handshake.begin(nowMs());

  return {
    opened,
    ask: (operation, said, answered) => commands.ask(operation, said, nowMs(), answered),
    sendLine: (text, end) => send(text + end),
    restartProgram() {
      // Ctrl-D restarts on an empty line alone; Ctrl-C gives up what is typed.
      const isBlank = program.isAtBlankPrompt();
      listener.sent(isBlank ? 'Ctrl-D' : 'Ctrl-C Ctrl-D');
      transmit(isBlank ? '\x04' : '\x03\x04');
      if (reader.kind() === 'repl') reader.takeAs('foreign');
      program.forget();
    },
    hint: () => reader.helloRefusal() ?? handshake.hint(nowMs()),
    sketch: () => reader.sketch(nowMs()),
    sketchPeriodMs: reader.sketchPeriodMs,
    forgetChannels: reader.forgetChannels,
    programEnd: () => program.end(nowMs(), reader.lastSampleMs()),
    hasMain: main.isThere,
    tick() {
      if (reader.kind() === 'repl' && program.isAtBlankPrompt()) main.atPrompt();
      handshake.tick(nowMs());
      commands.tick(nowMs());
      noteSamples();
    },
    drop() {
      dropped = true;
      reader.stop();
      return link.close();
    },
  };
}
