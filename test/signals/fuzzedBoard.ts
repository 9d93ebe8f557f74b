import { checkedLine } from '../../src/protocol/checksum.ts';

const encoder = new TextEncoder();
const LF = encoder.encode('\n');

export interface FuzzedBoard {
  /** The next piece of what the board sends, cut at a random place. */
  next(): Uint8Array;
  /** Good samples in all that `next` has returned, numbered from 0 without a gap. */
  samples(): number;
}

export interface FuzzedBoardOptions {
  readonly random: () => number;
  /** Length of a flood without an end of line, in bytes. */
  readonly floodBytes: number;
}

/**
 * A board of ours gone mad: random bytes, NULs, invalid UTF-8, lines cut short, lines with a wrong
 * sum, floods without an end of line, and in between good lines of all kinds, each on a line of its
 * own. Says no hello: send one before.
 */
export function createFuzzedBoard({ random, floodBytes }: FuzzedBoardOptions): FuzzedBoard {
  const below = (limit: number) => Math.floor(random() * limit);
  const bytes = (count: number, byte: () => number) => Uint8Array.from({ length: count }, byte);
  let seq = 0;
  let good = 0;
  let rest: Uint8Array = new Uint8Array();
  /** Good samples that end in `rest`, by the place of their last byte. */
  let ends: number[] = [];

  function garbage(): Uint8Array {
    switch (below(8)) {
      case 0:
        return bytes(below(2000), () => below(256));
      case 1:
        return bytes(below(200), () => 0);
      case 2:
        return bytes(below(200), () => 0x80 + below(128));
      case 3:
        return encoder.encode(sampleLine(seq).slice(0, below(20)));
      case 4:
        return encoder.encode(`s,${seq},${seq * 20},1.5*00`);
      case 5:
        return bytes(below(30), () => [10, 13, 42, 44, 104, 112, 115][below(7)] ?? 0);
      case 6:
        return encoder.encode(
          '>>> \r\nTraceback (most recent call last):\r\n  temp: 21.5, hum: 40',
        );
      default:
        return below(40) === 0 ? bytes(floodBytes, () => 97 + below(26)) : new Uint8Array();
    }
  }

  /** Garbage to the end of its line, then some good lines. */
  function grow(): void {
    append(garbage());
    append(LF);
    for (let count = below(30); count > 0; count -= 1) {
      append(encoder.encode(sampleLine(seq)));
      ends.push(rest.length);
      if (below(10) === 0) append(encoder.encode(checkedLine(`l,${'words '.repeat(below(5))}`)));
      if (below(10) === 0) append(encoder.encode(checkedLine(`e,${seq},${seq * 20},0,o,0.97`)));
      if (below(20) === 0) append(encoder.encode(checkedLine(`r,${below(1e6)},ok`)));
      seq += 1;
    }
  }

  function append(part: Uint8Array): void {
    const longer = new Uint8Array(rest.length + part.length);
    longer.set(rest);
    longer.set(part, rest.length);
    rest = longer;
  }

  return {
    next() {
      while (rest.length < 4096) grow();
      const cut = 1 + below(rest.length);
      const piece = rest.slice(0, cut);
      rest = rest.slice(cut);
      good += ends.filter((end) => end <= cut).length;
      ends = ends.filter((end) => end > cut).map((end) => end - cut);
      return piece;
    },
    samples: () => good,
  };
}

function sampleLine(seq: number): string {
  return checkedLine(`s,${seq},${seq * 20},${Math.sin(seq).toFixed(4)}`);
}
