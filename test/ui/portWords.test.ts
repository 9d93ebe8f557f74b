import { afterEach, describe, expect, it } from 'vitest';
import { KNOWN_BOARDS, knownBoard } from '../../src/board/knownBoards.ts';
import { speak } from '../../src/language/spoken.ts';
import { boardNameWords, portWords } from '../../src/ui/portWords.ts';

const port = (usbVendorId: number | null, usbProductId: number | null) =>
  portWords({ usbVendorId, usbProductId });

/** Those of the list, and those that stand for all boards of a maker. */
const namesOfBoards = (): string[] => {
  const vendors = Array.from({ length: 0x10000 }, (_, id) => knownBoard(id, null)?.name ?? '');
  return [...KNOWN_BOARDS.map(({ name }) => name), ...vendors.filter((name) => name !== '')];
};

describe('a port', () => {
  afterEach(() => speak('en'));

  it('is called by its board, else by the maker, else by the numbers', () => {
    expect(port(0x2e8a, 5)).toBe('Raspberry Pi Pico (2e8a:0005)');
    expect(port(0x2886, 0x0056)).toBe('Seeed XIAO ESP32S3 (2886:0056)');
    expect(port(0x239a, 0x1234)).toBe('Adafruit board (239a:1234)');
    expect(port(0x2341, null)).toBe('Arduino board (2341)');
    expect(port(0x0001, 0x0002)).toBe('USB serial port (0001:0002)');
    expect(port(null, null)).toBe('Serial port');
  });

  it('is called so in Portuguese, where its name is no product', () => {
    speak('pt');
    expect(port(0x2e8a, 5)).toBe('Raspberry Pi Pico (2e8a:0005)');
    expect(port(0x2341, 0x1234)).toBe('Placa Arduino (2341:1234)');
    expect(port(0x0001, 0x0002)).toBe('Porta serial USB (0001:0002)');
    expect(port(null, null)).toBe('Porta serial');
  });

  it('has no English word in Portuguese, whichever board it is', () => {
    speak('pt');
    const english = namesOfBoards().filter((name) =>
      /\b(board|behind|bridge|other|or|with)\b/i.test(boardNameWords(name)),
    );
    expect(english).toEqual([]);
  });
});
