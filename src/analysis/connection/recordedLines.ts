/**
 * A recording read as its board was heard: the board's lines by the one reader of them, and between
 * them the host's own, which say who it is, when lines arrived and where it broke off.
 */
import { type HostLine, looksLikeHostLine, readHostLine } from '../../protocol/hostLine.ts';
import { createLineSplitter, SKETCH_LINE_LIMIT } from '../../protocol/lineSplitter.ts';
import { unquotedFrom } from '../../protocol/quotedLine.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { SketchReport } from '../messages/sketchMessages.ts';
import { createBoardReader, type ReaderListener } from './boardReader.ts';

/** What a recording says of itself, at its place among the lines. */
export type RecordingNote = Extract<
  HostLine,
  { type: 'judging' | 'label' | 'unlabel' | 'alarm' | 'summary' }
>;

export interface RecordedLinesListener extends Omit<ReaderListener, 'reply'> {
  note(note: RecordingNote): void;
}

export interface RecordedLines {
  /** The next bytes of the recording. All that they say is said when this returns. */
  push(bytes: Uint8Array): void;
  /** Recorded time of the newest sample; null before the first. */
  lastSampleMs(): number | null;
  /** What is to be told of the lines of another sketch, at the recorded time. */
  sketch(): SketchReport;
  /** Nothing of it reaches anybody any more. */
  stop(): void;
}

export function createRecordedLines(
  sink: SampleSink,
  listener: RecordedLinesListener,
): RecordedLines {
  const reader = createBoardReader(sink, listener);
  let arrivalMs = 0;
  let stopped = false;

  function takeHostLine(line: HostLine): void {
    switch (line.type) {
      case 'arrival':
        arrivalMs = line.timeMs;
        return;
      case 'link':
        arrivalMs = line.startedMs;
        reader.begin();
        // A board of ours is heard from its hello on, as it was live.
        if (line.kind === 'foreign') reader.takeAs('foreign');
        return;
      case 'command':
        reader.sent(line.line, line.timeMs);
        return;
      case 'break':
        if (reader.isHeard()) sink.interrupted();
        return;
      case 'restart':
        if (reader.isHeard()) sink.restart();
        return;
      case 'forget-channels':
        reader.forgetChannels();
        return;
      case 'judging':
      case 'label':
      case 'unlabel':
      case 'alarm':
      case 'summary':
        if (!stopped) listener.note(line);
        return;
      default:
        line satisfies never;
    }
  }

  function takeBoardLine(bytes: Uint8Array, from: number, to: number): void {
    if (to - from > SKETCH_LINE_LIMIT) reader.dropped(arrivalMs);
    else reader.line(bytes, from, to, arrivalMs);
  }

  const splitter = createLineSplitter(
    {
      line(bytes, from, to) {
        if (!looksLikeHostLine(bytes, from)) {
          takeBoardLine(bytes, unquotedFrom(bytes, from), to);
          return;
        }
        const line = readHostLine(bytes, from, to);
        if (line) takeHostLine(line);
        else reader.dropped(arrivalMs);
      },
      tooLong: () => reader.dropped(arrivalMs),
    },
    // With its backslash a line of the board's may be longer by one.
    SKETCH_LINE_LIMIT + 1,
  );

  return {
    push: splitter.push,
    lastSampleMs: reader.lastSampleMs,
    sketch: () => reader.sketch(arrivalMs),
    stop() {
      stopped = true;
      reader.stop();
    },
  };
}
