import { describe, expect, it } from 'vitest';
import { KNOWN_BOARDS, knownBoard } from '../../src/board/knownBoards.ts';

describe('names of boards', () => {
  it('knows a board by vendor and product, what it runs, and whether a bridge stands before it', () => {
    expect(knownBoard(0x2341, 0x025e)).toEqual({
      name: 'Arduino Nano RP2040 Connect',
      usb: 'native',
      runs: 'MicroPython',
    });
    expect(knownBoard(0x2341, 0x805e)).toMatchObject({ runs: 'Arduino' });
    expect(knownBoard(0x2341, 0x0043)).toMatchObject({ name: 'Arduino Uno', usb: 'bridge' });
    expect(knownBoard(0x10c4, 0xea60)).toMatchObject({ usb: 'bridge', runs: null });
    expect(knownBoard(0x0d28, 0x0204)).toMatchObject({ name: 'BBC micro:bit', usb: 'bridge' });
  });

  it('knows all eight ids of Arduino-Pico', () => {
    for (const id of [0x000a, 0x010a, 0x400a, 0x410a, 0x800a, 0x810a, 0xc00a, 0xc10a]) {
      expect(knownBoard(0x2e8a, id)).toMatchObject({ name: 'Raspberry Pi Pico', runs: 'Arduino' });
    }
  });

  it('names a XIAO ESP32S3, and says where its bus is', () => {
    for (const id of [0x0056, 0x8056]) {
      expect(knownBoard(0x2886, id)).toMatchObject({ name: 'Seeed XIAO ESP32S3', runs: 'Arduino' });
    }
    const [xiao] = KNOWN_BOARDS.filter(({ name }) => name === 'Seeed XIAO ESP32S3');
    expect(xiao?.sensor).toContain('d4-d5');
  });

  it.each([
    ['Arduino Nicla Vision', 0x055f, [0x025f, 0x035f, 0x045f]],
    ['Arduino Portenta H7', 0x055b, [0x025b, 0x035b, 0x045b]],
    ['Arduino Portenta C33', 0x0468, []],
  ] as const)(
    'says what runs on a %s, and that its values are simulated there',
    (name, ours, others) => {
      expect(knownBoard(0x2341, ours)).toMatchObject({ name, runs: 'MicroPython' });
      for (const id of others)
        expect(knownBoard(0x2341, id)).toMatchObject({ name, runs: 'Arduino' });
      const [board] = KNOWN_BOARDS.filter((each) => each.name === name);
      expect(board?.sensor).toMatch(/^simulated/);
    },
  );

  it('falls back to the maker', () => {
    expect(knownBoard(0x239a, 0x1234)?.name).toBe('Adafruit board');
    expect(knownBoard(0x0001, 0x0002)).toBeNull();
    expect(knownBoard(null, null)).toBeNull();
  });

  it('has each id once, in four digits each', () => {
    const ids = KNOWN_BOARDS.flatMap((board) => Object.values(board.ids).flat());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{4}:[0-9a-f]{4}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the boards of the hardware that the detector was written for', () => {
    const names = KNOWN_BOARDS.map(({ name }) => name).join(', ');
    for (const board of [
      'Raspberry Pi Pico',
      'Nano RP2040 Connect',
      'Nano 33 BLE',
      'ESP32',
      'XIAO',
      'Portenta H7',
      'Nicla Vision',
      'Nicla Sense ME',
      'micro:bit',
    ]) {
      expect(names).toContain(board);
    }
  });
});
