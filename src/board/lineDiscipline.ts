/**
 * How the lines of a port are treated: the one place that decides on baud rate, DTR and RTS.
 *
 * - Native USB (the microcontroller is the USB device): the baud rate means nothing. DTR must be
 *   up, or many boards believe that nobody listens and keep quiet. Only DTR is set, never RTS, and
 *   never down: on the ESP32-S2 and S3 a step from RTS up and DTR down to DTR up and RTS down is
 *   the order to start the bootloader, and RTS up with DTR down is a reset. The system raises both
 *   when it opens a port, so that setting DTR alone can make neither of these steps.
 * - Bridges (a chip turns USB into a UART): the baud rate matters, and no line is touched. DTR and
 *   RTS of a bridge go to the reset and boot pins of most boards; left as the system sets them,
 *   both alike, they neither hold a board in reset nor send it to its bootloader. An Arduino Uno
 *   and its like reset once at opening all the same, which is normal: its hello is waited for.
 * - Ports that nobody has listed: DTR is raised, as a CDC board needs it and the system has done it
 *   anyway; the baud rate is offered, as it may matter.
 *
 * Opening at 1200 baud is the order to start the bootloader on many boards: it is never offered.
 */
import { knownBoard } from './knownBoards.ts';
import type { PortKey } from './source.ts';

/** What our firmware and most sketches speak. */
export const DEFAULT_BAUD_RATE: BaudRate = 115_200;

/** What is offered; never 1200. */
export const BAUD_RATES = [
  9600, 19_200, 38_400, 57_600, 74_880, 115_200, 230_400, 250_000, 460_800, 500_000, 921_600,
  1_000_000, 2_000_000,
] as const;

export type BaudRate = (typeof BAUD_RATES)[number];

/** Whether the baud rate of this port may make a difference. */
export function baudRateMatters(port: Omit<PortKey, 'nth'>): boolean {
  return knownBoard(port.usbVendorId, port.usbProductId)?.usb !== 'native';
}

/** Whether DTR is to be raised after opening. Nothing else is ever set. */
export function raisesDtr(port: SerialPortInfo): boolean {
  const { usbVendorId = null, usbProductId = null } = port;
  return knownBoard(usbVendorId, usbProductId)?.usb !== 'bridge';
}
