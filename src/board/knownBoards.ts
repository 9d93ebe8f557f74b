/**
 * Boards known by their USB ids: names for menus and messages, what can be done with them, and how
 * their line is treated. A board that is not listed works as well; it is only named by its numbers.
 * Ids are those that MicroPython, the Arduino cores and the makers of the USB bridges publish.
 */

export interface KnownBoard {
  readonly name: string;
  /**
   * `native`: the microcontroller is the USB device itself; the baud rate is ignored and a reset
   * takes the port away. `bridge`: a chip turns USB into a UART; the baud rate matters and opening
   * may reset the board.
   */
  readonly usb: 'native' | 'bridge';
  /** What it runs, as far as its ids tell; null when only the board itself can say. */
  readonly runs: Runs | null;
}

/** A kind of board, with all ids it goes by. */
export interface BoardKindEntry {
  readonly name: string;
  readonly usb: KnownBoard['usb'];
  /**
   * What Tidemark's firmware samples on it; null where no MicroPython runs it, so that it takes part
   * with the Arduino library, or any sketch that prints numbers.
   */
  readonly sensor: Sampled | null;
  /** Ids as `vendor:product`, by what the board runs when it shows them. */
  readonly ids: Readonly<Partial<Record<Runs | 'unknown', readonly string[]>>>;
}

/** What Tidemark's firmware samples on a board. */
export type Sampled =
  | 'mpu6050-or-chip-and-gp26'
  | 'mpu6050-or-chip'
  | 'mpu6050-on-d4-d5-or-chip'
  | 'lsm6dsox'
  | 'lsm9ds1-or-bmi270'
  | 'lsm6ds3tr-c-on-sense'
  | 'acceleration'
  | 'simulated'
  /** It has a sensor, but not the firmware a driver for it. */
  | 'simulated-without-driver';

export type Runs = 'MicroPython' | 'CircuitPython' | 'Arduino' | 'pico-sdk';

/** Ids of Arduino-Pico: the same board shows one of eight, by what else it is over USB. */
const arduinoPico = (vendor: string, low: string) =>
  ['00', '01', '40', '41', '80', '81', 'c0', 'c1'].map((high) => `${vendor}:${high}${low}`);

/** In the order of the help: first the boards that Tidemark's firmware was written for. */
export const KNOWN_BOARDS: readonly BoardKindEntry[] = [
  {
    // MicroPython shows the same id on every RP2040 and RP2350 board whose makers set none.
    name: 'Raspberry Pi Pico',
    usb: 'native',
    sensor: 'mpu6050-or-chip-and-gp26',
    ids: {
      MicroPython: ['2e8a:0005'],
      CircuitPython: ['2e8a:000b'],
      'pico-sdk': ['2e8a:0009'],
      Arduino: ['2e8a:00c0', ...arduinoPico('2e8a', '0a')],
    },
  },
  {
    name: 'Raspberry Pi Pico W',
    usb: 'native',
    sensor: 'mpu6050-or-chip-and-gp26',
    ids: { Arduino: ['2e8a:f00a', '2e8a:f10a'] },
  },
  {
    name: 'Raspberry Pi Pico 2',
    usb: 'native',
    sensor: 'mpu6050-or-chip-and-gp26',
    ids: { Arduino: arduinoPico('2e8a', '0f') },
  },
  {
    name: 'Raspberry Pi Pico 2 W',
    usb: 'native',
    sensor: 'mpu6050-or-chip-and-gp26',
    ids: { Arduino: ['2e8a:f00f', '2e8a:f10f'] },
  },
  {
    name: 'Arduino Nano RP2040 Connect',
    usb: 'native',
    sensor: 'lsm6dsox',
    ids: { MicroPython: ['2341:025e'], Arduino: ['2341:005e', '2341:805e', '2341:015e'] },
  },
  {
    // Rev1 and rev2, with and without Sense, show the same ids.
    name: 'Arduino Nano 33 BLE',
    usb: 'native',
    sensor: 'lsm9ds1-or-bmi270',
    ids: { MicroPython: ['2341:025a'], Arduino: ['2341:805a', '2341:005a', '2341:015a'] },
  },
  {
    name: 'Arduino Nano ESP32',
    usb: 'native',
    sensor: 'mpu6050-or-chip',
    ids: { MicroPython: ['2341:056b'] },
  },
  {
    name: 'Arduino Portenta H7',
    usb: 'native',
    sensor: 'simulated',
    ids: { MicroPython: ['2341:055b'], Arduino: ['2341:025b', '2341:035b', '2341:045b'] },
  },
  {
    name: 'Arduino Portenta C33',
    usb: 'native',
    sensor: 'simulated',
    ids: { MicroPython: ['2341:0468'] },
  },
  {
    name: 'Arduino Nicla Vision',
    usb: 'native',
    sensor: 'simulated-without-driver',
    ids: { MicroPython: ['2341:055f'], Arduino: ['2341:025f', '2341:035f', '2341:045f'] },
  },
  {
    name: 'Arduino Uno',
    usb: 'bridge',
    sensor: null,
    ids: { Arduino: ['2341:0043', '2341:0001', '2a03:0043', '2341:0243', '2341:006a'] },
  },
  {
    name: 'Arduino Mega 2560',
    usb: 'bridge',
    sensor: null,
    ids: {
      Arduino: ['2341:0010', '2341:0042', '2a03:0010', '2a03:0042', '2341:0210', '2341:0242'],
    },
  },
  {
    name: 'Arduino Nicla Sense ME',
    usb: 'bridge',
    sensor: null,
    ids: { Arduino: ['2341:0060', '2341:8060'] },
  },
  {
    name: 'Arduino Giga R1',
    usb: 'native',
    sensor: 'simulated',
    ids: { MicroPython: ['2341:0566'], Arduino: ['2341:0266'] },
  },
  {
    name: 'Seeed XIAO nRF52840',
    usb: 'native',
    sensor: 'lsm6ds3tr-c-on-sense',
    ids: { unknown: ['2886:0045', '2886:8045', '2886:0044', '2886:8044'] },
  },
  {
    name: 'Seeed XIAO ESP32S3',
    usb: 'native',
    sensor: 'mpu6050-on-d4-d5-or-chip',
    ids: { Arduino: ['2886:0056', '2886:8056'] },
  },
  {
    name: 'Seeed XIAO RP2350',
    usb: 'native',
    sensor: 'simulated',
    ids: { Arduino: arduinoPico('2886', '58') },
  },
  {
    name: 'ESP32-S2 or S3',
    usb: 'native',
    sensor: 'mpu6050-or-chip',
    ids: { MicroPython: ['303a:4001'] },
  },
  {
    name: 'ESP32-S3, C3 or C6',
    usb: 'native',
    sensor: 'mpu6050-or-chip',
    ids: { unknown: ['303a:1001'] },
  },
  {
    // Version 1 and 2 show the same id.
    name: 'BBC micro:bit',
    usb: 'bridge',
    sensor: 'acceleration',
    ids: { unknown: ['0d28:0204'] },
  },
  {
    name: 'Adafruit Feather RP2040',
    usb: 'native',
    sensor: 'simulated',
    ids: { unknown: ['239a:80f2'] },
  },
  {
    name: 'Adafruit Feather RP2350',
    usb: 'native',
    sensor: 'simulated',
    ids: { unknown: ['239a:814f'] },
  },
  {
    name: 'Adafruit nRF52840 board',
    usb: 'native',
    sensor: null,
    ids: { Arduino: ['239a:8029', '239a:8087', '239a:8045', '239a:8071'] },
  },
  {
    name: 'STM32 board with MicroPython',
    usb: 'native',
    sensor: 'simulated',
    ids: { MicroPython: ['f055:9800', 'f055:9802'] },
  },
  {
    // Its UART is not the board's that it debugs, unless somebody has wired it.
    name: 'Raspberry Pi Debug Probe',
    usb: 'bridge',
    sensor: null,
    ids: { unknown: ['2e8a:000c', '2e8a:0004'] },
  },
  {
    name: 'ESP32 or other board behind a CP210x bridge',
    usb: 'bridge',
    sensor: 'mpu6050-or-chip',
    ids: { unknown: ['10c4:ea60', '10c4:ea61', '10c4:ea62'] },
  },
  {
    name: 'ESP32 or other board behind a CH340 bridge',
    usb: 'bridge',
    sensor: 'mpu6050-or-chip',
    ids: { unknown: ['1a86:7523', '1a86:7522', '1a86:5523', '1a86:7584'] },
  },
  {
    name: 'ESP32 or other board behind a CH343 or CH9102 bridge',
    usb: 'bridge',
    sensor: 'mpu6050-or-chip',
    ids: { unknown: ['1a86:55d3', '1a86:55d4'] },
  },
  {
    name: 'Board behind an FTDI bridge',
    usb: 'bridge',
    sensor: null,
    ids: { unknown: ['0403:6001', '0403:6010', '0403:6015'] },
  },
];

const BY_IDS: ReadonlyMap<string, KnownBoard> = new Map(
  KNOWN_BOARDS.flatMap(({ name, usb, ids }) =>
    Object.entries(ids).flatMap(([runs, list]) =>
      list.map((id): [string, KnownBoard] => [
        id,
        { name, usb, runs: runs === 'unknown' ? null : (runs as Runs) },
      ]),
    ),
  ),
);

/** What can be said when only the vendor is known. */
const VENDORS: ReadonlyMap<string, Omit<KnownBoard, 'runs'>> = new Map([
  ['2e8a', { name: 'RP2040 or RP2350 board', usb: 'native' }],
  ['2341', { name: 'Arduino board', usb: 'native' }],
  ['2886', { name: 'Seeed board', usb: 'native' }],
  ['239a', { name: 'Adafruit board', usb: 'native' }],
  ['303a', { name: 'Espressif board', usb: 'native' }],
  ['1b4f', { name: 'SparkFun board', usb: 'native' }],
  ['16d0', { name: 'Pimoroni board', usb: 'native' }],
  ['1ffb', { name: 'Pololu board', usb: 'native' }],
  ['10c4', { name: 'CP210x USB bridge', usb: 'bridge' }],
  ['1a86', { name: 'CH340 or CH910x USB bridge', usb: 'bridge' }],
  ['0403', { name: 'FTDI USB bridge', usb: 'bridge' }],
]);

/** The board, or at least its maker, by USB ids; null when neither is listed. */
export function knownBoard(vendorId: number | null, productId: number | null): KnownBoard | null {
  if (vendorId === null) return null;
  const board = productId === null ? null : BY_IDS.get(`${hex4(vendorId)}:${hex4(productId)}`);
  if (board) return board;
  const vendor = VENDORS.get(hex4(vendorId));
  return vendor ? { ...vendor, runs: null } : null;
}

/** As ids are written. */
export function hex4(id: number): string {
  return id.toString(16).padStart(4, '0');
}
