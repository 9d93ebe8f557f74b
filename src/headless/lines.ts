const NEWLINE = 0x0a;
/** A longer line is no line of samples; it must not fill the memory. */
const LONGEST_LINE = 1 << 20;

/** One line: `bytes[from..to)`, without its newline. */
export interface Line {
  bytes: Buffer;
  from: number;
  to: number;
  /** From 1. */
  number: number;
}

export interface LineHandlers {
  /** `line` is the same object each time. */
  line(line: Line): void;
  /** The line `number` was longer than a mebibyte and is lost. */
  tooLong(number: number): void;
}

export interface LineSplitter {
  push(chunk: Buffer): void;
  /** The input is over: what came after the last newline is a line too. */
  end(): void;
}

/** Cuts chunks of bytes, wherever they were cut, into lines. Whole lines are not copied. */
export function createLineSplitter(handlers: LineHandlers): LineSplitter {
  const line: Line = { bytes: Buffer.alloc(0), from: 0, to: 0, number: 0 };
  let rest = Buffer.alloc(0);
  let dropping = false;

  function endLine(bytes: Buffer, from: number, to: number): void {
    line.bytes = bytes;
    line.from = from;
    line.to = to;
    line.number += 1;
    if (dropping) handlers.tooLong(line.number);
    else handlers.line(line);
    dropping = false;
  }

  return {
    push(chunk) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let from = 0;
      // Lines are short: a loop is faster than a call of indexOf for each.
      for (let at = rest.length; at < bytes.length; at++) {
        if (bytes[at] !== NEWLINE) continue;
        endLine(bytes, from, at);
        from = at + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
      if (dropping || rest.length > LONGEST_LINE) {
        dropping = true;
        rest = Buffer.alloc(0);
      }
    },
    end() {
      if (dropping || rest.length > 0) endLine(rest, 0, rest.length);
      rest = Buffer.alloc(0);
    },
  };
}
