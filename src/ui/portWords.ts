/** Ports by the boards behind them. Names of products are the same in every language. */
import { hex4, knownBoard } from '../board/knownBoards.ts';
import type { UsbIds } from '../board/source.ts';
import { spoken } from '../language/spoken.ts';

const WORDS = spoken({
  en: {
    serial: 'Serial port',
    usb: 'USB serial port',
    names: {} as Readonly<Record<string, string>>,
  },
  pt: {
    serial: 'Porta serial',
    usb: 'Porta serial USB',
    names: {
      'ESP32-S2 or S3': 'ESP32-S2 ou S3',
      'ESP32-S3, C3 or C6': 'ESP32-S3, C3 ou C6',
      'STM32 board with MicroPython': 'Placa STM32 com MicroPython',
      'ESP32 or other board behind a CP210x bridge': 'ESP32 ou outra placa com ponte CP210x',
      'ESP32 or other board behind a CH340 bridge': 'ESP32 ou outra placa com ponte CH340',
      'ESP32 or other board behind a CH343 or CH9102 bridge':
        'ESP32 ou outra placa com ponte CH343 ou CH9102',
      'Board behind an FTDI bridge': 'Placa com ponte FTDI',
      'RP2040 or RP2350 board': 'Placa RP2040 ou RP2350',
      'Arduino board': 'Placa Arduino',
      'Seeed board': 'Placa Seeed',
      'Adafruit board': 'Placa Adafruit',
      'Adafruit nRF52840 board': 'Placa Adafruit nRF52840',
      'Espressif board': 'Placa Espressif',
      'SparkFun board': 'Placa SparkFun',
      'Pimoroni board': 'Placa Pimoroni',
      'Pololu board': 'Placa Pololu',
      'CP210x USB bridge': 'Ponte USB CP210x',
      'CH340 or CH910x USB bridge': 'Ponte USB CH340 ou CH910x',
      'FTDI USB bridge': 'Ponte USB FTDI',
    },
  },
});

/** @param name as the list of known boards has it */
export const boardNameWords = (name: string): string => WORDS.names[name] ?? name;

/** A name for a menu: the board if it is known, and always its ids. */
export function portWords({ usbVendorId, usbProductId }: UsbIds): string {
  if (usbVendorId === null) return WORDS.serial;
  const ids = [usbVendorId, usbProductId].filter((id) => id !== null).map(hex4);
  const name = knownBoard(usbVendorId, usbProductId)?.name;
  return `${name === undefined ? WORDS.usb : boardNameWords(name)} (${ids.join(':')})`;
}
