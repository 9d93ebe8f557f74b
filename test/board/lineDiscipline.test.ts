import { describe, expect, it } from 'vitest';
import { BAUD_RATES, baudRateMatters, raisesDtr } from '../../src/board/lineDiscipline.ts';
import { openSerialLink } from '../../src/board/webSerialLink.ts';
import { MemorySerialPort } from './memorySerialPort.ts';

const PICO = { usbVendorId: 0x2e8a, usbProductId: 0x0005 };
const ESP32_S3 = { usbVendorId: 0x303a, usbProductId: 0x4001 };
const CP2102 = { usbVendorId: 0x10c4, usbProductId: 0xea60 };
const MICROBIT = { usbVendorId: 0x0d28, usbProductId: 0x0204 };
const NOBODYS = { usbVendorId: 0x1234, usbProductId: 0x5678 };

async function signalsAtOpening(ids: SerialPortInfo): Promise<SerialOutputSignals[]> {
  const port = new MemorySerialPort();
  port.getInfo = () => ids;
  const opened = await openSerialLink(port, { baudRate: 115_200 });
  if (!opened.ok) throw new Error(opened.fault.detail);
  await opened.link.close();
  return port.signals;
}

describe('the lines of a port', () => {
  it.each([
    ['a Pico', PICO],
    ['an ESP32-S3 on its own USB', ESP32_S3],
    ['a board that nobody listed', NOBODYS],
  ])('of %s: DTR is raised, once, and RTS never touched', async (_board, ids) => {
    expect(raisesDtr(ids)).toBe(true);
    expect(await signalsAtOpening(ids)).toEqual([{ dataTerminalReady: true }]);
  });

  it.each([
    ['an ESP32 behind a CP2102', CP2102],
    ['a micro:bit', MICROBIT],
  ])('of %s: nothing is touched, as they may be reset and boot', async (_board, ids) => {
    expect(await signalsAtOpening(ids)).toEqual([]);
  });
});

describe('the baud rate', () => {
  it('is offered for bridges and for boards that nobody knows, not for native USB', () => {
    expect([CP2102, MICROBIT, NOBODYS, PICO, ESP32_S3].map(baudRateMatters)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(baudRateMatters({ usbVendorId: null, usbProductId: null })).toBe(true);
  });

  it('is never 1200, which starts the bootloader of many boards', () => {
    expect(BAUD_RATES).not.toContain(1200);
    expect(BAUD_RATES).toContain(115_200);
  });
});
