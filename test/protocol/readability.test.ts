import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadability } from '../../src/protocol/readability.ts';

function garbage(bytes: Uint8Array): boolean {
  const readability = createReadability();
  // In pieces, as they come.
  for (let at = 0; at < bytes.length; at += 37) readability.push(bytes.subarray(at, at + 37));
  return readability.isGarbage();
}

const text = (words: string) => new TextEncoder().encode(words);

/** What a UART reads of a line that runs at eight times its own speed: runs of equal bits. */
function atWrongBaud(words: string): Uint8Array {
  return Uint8Array.from(
    [...text(words)].flatMap((byte) =>
      Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1 ? 0xff : 0x00)),
    ),
  );
}

describe('readability', () => {
  it('takes any printable lines for text, whatever their language', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 20, maxLength: 60 }), (values) => {
        expect(garbage(text(values.map((value) => `temp: ${value} °C\r\n`).join('')))).toBe(false);
      }),
    );
    expect(garbage(text('\u001b[31mтемпература: 21,5 градуса\u001b[0m\r\n'.repeat(20)))).toBe(
      false,
    );
  });

  it('takes a line at another baud rate for garbage', () => {
    expect(garbage(atWrongBaud('s,1,20,0.5*41\n'.repeat(10)))).toBe(true);
    expect(garbage(Uint8Array.from({ length: 300 }, (_, at) => (at * 167) % 256))).toBe(true);
  });

  it('takes lines that are filled up with NULs for text', () => {
    expect(garbage(text(`23.5${'\0'.repeat(200)}\r\n`.repeat(20)))).toBe(false);
  });

  it('says nothing of a few bytes, and forgets the noise of a boot', () => {
    expect(garbage(Uint8Array.of(0, 255, 254, 0))).toBe(false);
    const readability = createReadability();
    readability.push(atWrongBaud('boot'));
    for (let line = 0; line < 200; line++) readability.push(text('12.5,13.5\r\n'));
    expect(readability.isGarbage()).toBe(false);
  });
});
