import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineSplitter, LINE_LIMIT } from '../../src/protocol/lineSplitter.ts';

function split(chunks: readonly Uint8Array[]): { lines: string[]; tooLong: number } {
  const lines: string[] = [];
  let tooLong = 0;
  const splitter = createLineSplitter({
    line: (bytes, from, to) => lines.push(new TextDecoder().decode(bytes.subarray(from, to))),
    tooLong: () => {
      tooLong += 1;
    },
  });
  for (const chunk of chunks) splitter.push(chunk);
  return { lines, tooLong };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the line splitter', () => {
  it('gives the same lines however the bytes are cut into chunks', () => {
    const lines = fc.array(fc.stringMatching(/^[ -~]{0,600}$/), { maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 1, max: 700 })), (texts, cuts) => {
        const all = bytesOf(texts.map((text) => `${text}\n`).join(''));
        const chunks: Uint8Array[] = [];
        let from = 0;
        for (const cut of cuts) {
          chunks.push(all.slice(from, from + cut));
          from += cut;
        }
        chunks.push(all.slice(from));
        expect(split(chunks)).toEqual({
          lines: texts.filter(({ length }) => length <= LINE_LIMIT),
          tooLong: texts.filter(({ length }) => length > LINE_LIMIT).length,
        });
      }),
    );
  });

  it('takes a carriage return as part of the line end, also on its own in a chunk', () => {
    expect(split([bytesOf('a\r\nb\r'), bytesOf('\nc\n')]).lines).toEqual(['a', 'b', 'c']);
  });

  it('cuts at a carriage return alone, and takes one before a line feed for part of one end', () => {
    const texts = fc.array(fc.stringMatching(/^[ -~]{1,40}$/), { maxLength: 8 });
    const ends = fc.constantFrom('\r', '\n', '\r\n');
    const cuts = fc.array(fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, ends)), cuts, (groups, sizes) => {
        const lines = groups.flatMap(([group, end]) => group.map((text) => [text, end] as const));
        const all = bytesOf(lines.map(([text, end]) => text + end).join(''));
        const chunks: Uint8Array[] = [];
        let from = 0;
        for (const size of sizes) {
          chunks.push(all.slice(from, from + size));
          from += size;
        }
        chunks.push(all.slice(from));
        expect(split(chunks).lines).toEqual(lines.map(([text]) => text));
      }),
    );
  });

  it('drops one over-long line, counts it once and reads on after its end', () => {
    const flood = 'x'.repeat(100_000);
    expect(split([bytesOf('a\n'), bytesOf(flood), bytesOf(flood), bytesOf('x\nb\n')])).toEqual({
      lines: ['a', 'b'],
      tooLong: 1,
    });
  });

  it('lets a line of exactly the limit pass, with either line end', () => {
    const line = 'y'.repeat(LINE_LIMIT);
    expect(split([bytesOf(`${line}\n`), bytesOf(line), bytesOf('\r\n')]).lines).toEqual([
      line,
      line,
    ]);
  });
});
