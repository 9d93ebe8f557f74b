/** Cuts a file into numbered lines, and notices when it has none. */
import { CR, LF } from '../../protocol/bytes.ts';
import { createLineSplitter } from '../../protocol/lineSplitter.ts';
import type { Encoding } from './importPlan.ts';
import { createTextInput } from './textInput.ts';
import { writtenBytes } from './unwritten.ts';

/** Longest line of a file, in bytes. */
const FILE_LINE_LIMIT = 65_536;
/** So many bytes without a line end, and there will be none. */
const ENDLESS_BYTES = 16 * 2 ** 20;
const LINE_END = Uint8Array.of(LF);

export interface FileLines {
  push(chunk: Uint8Array): void;
  end(): void;
  isEndless(): boolean;
}

/** Calls `line` with each line, counted from 1, without its end and without a byte order mark. */
export function createFileLines(
  encoding: Encoding,
  sink: {
    line(number: number, bytes: Uint8Array, from: number, to: number): void;
    tooLong(number: number): void;
  },
): FileLines {
  let number = 0;
  let sinceLine = 0;
  let unended = false;
  const splitter = createLineSplitter(
    {
      line(bytes, from, to) {
        number++;
        sink.line(number, bytes, number === 1 ? afterMark(bytes, from, to) : from, to);
      },
      tooLong() {
        number++;
        sink.tooLong(number);
      },
    },
    FILE_LINE_LIMIT,
  );
  const input = createTextInput(encoding, (utf8) => {
    const last = Math.max(utf8.lastIndexOf(LF), utf8.lastIndexOf(CR));
    sinceLine = last < 0 ? sinceLine + utf8.length : utf8.length - 1 - last;
    unended = sinceLine > 0;
    splitter.push(writtenBytes(utf8));
  });
  return {
    push: input.push,
    end() {
      input.end();
      if (unended) splitter.push(LINE_END);
      unended = false;
    },
    isEndless: () => sinceLine > ENDLESS_BYTES,
  };
}

function afterMark(bytes: Uint8Array, from: number, to: number): number {
  const marked = to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb;
  return marked && bytes[from + 2] === 0xbf ? from + 3 : from;
}
