/**
 * Names for boards by their USB ids, for menus and messages. A board that is not listed works as
 * well; it is only named by its numbers. Ids are those that MicroPython, the Arduino cores and the
 * makers of the USB bridges publish.
 */

export interface KnownBoard {
  readonly name: string;
  /**
   * `native`: the microcontroller is the USB device itself; the baud rate is ignored and a reset
   * takes the port away. `bridge`: a chip turns USB into a UART; the baud rate matters and opening
   * may reset the board.
   */
  readonly usb: 'native' | 'bridge';
}

/** Boards by `vendor:product`, both as four hexadecimal digits. */
const PRODUCTS: ReadonlyMap<string, KnownBoard> = new Map([
  ...products('native', 'Raspberry Pi Pico', '2e8a', ['0005', '000a', '0009', '000b', '00c0']),
  ...products('native', 'Raspberry Pi Pico W', '2e8a', ['f00a', 'f10a']),
  ...products('native', 'Raspberry Pi Pico 2', '2e8a', ['000f', '010f']),
  ...products('native', 'Raspberry Pi Pico 2 W', '2e8a', ['f00f', 'f10f']),
  ...products('bridge', 'Raspberry Pi Debug Probe', '2e8a', ['000c', '0004']),
  ...products('native', 'Nano RP2040 Connect', '2341', ['005e', '805e', '015e', '025e']),
  ...products('native', 'Nano 33 BLE', '2341', ['805a', '005a', '015a', '025a']),
  ...products('native', 'Portenta H7', '2341', ['025b', '035b', '045b', '055b']),
  ...products('native', 'Portenta C33', '2341', ['0468']),
  ...products('native', 'Nicla Vision', '2341', ['025f', '035f', '045f', '055f']),
  ...products('bridge', 'Nicla Sense ME', '2341', ['0060']),
  ...products('native', 'Nano ESP32', '2341', ['056b']),
  ...products('native', 'Giga R1', '2341', ['0566', '0266']),
  ...products('native', 'ESP32 (USB serial)', '303a', ['1001', '4001']),
  ...products('native', 'XIAO nRF52840', '2886', ['8045', '0045', '8044', '0044']),
  ...products('native', 'XIAO ESP32S3', '2886', ['0056', '8056']),
  ...products('native', 'XIAO RP2350', '2886', ['0058', '0158', '8058']),
  ...products('bridge', 'BBC micro:bit', '0d28', ['0204']),
  ...products('native', 'MicroPython board', 'f055', ['9800', '9802']),
]);

/** What can be said when only the vendor is known. */
const VENDORS: ReadonlyMap<string, KnownBoard> = new Map([
  ['2e8a', { name: 'RP2040 or RP2350 board', usb: 'native' }],
  ['2341', { name: 'Arduino board', usb: 'native' }],
  ['2886', { name: 'Seeed board', usb: 'native' }],
  ['239a', { name: 'Adafruit board', usb: 'native' }],
  ['303a', { name: 'Espressif board', usb: 'native' }],
  ['1b4f', { name: 'SparkFun board', usb: 'native' }],
  ['10c4', { name: 'CP210x USB bridge', usb: 'bridge' }],
  ['1a86', { name: 'CH340 or CH910x USB bridge', usb: 'bridge' }],
  ['0403', { name: 'FTDI USB bridge', usb: 'bridge' }],
]);

/** The board, or at least its maker, by USB ids; null when neither is listed. */
export function knownBoard(vendorId: number | null, productId: number | null): KnownBoard | null {
  if (vendorId === null) return null;
  const vendor = hex4(vendorId);
  const product = productId === null ? null : PRODUCTS.get(`${vendor}:${hex4(productId)}`);
  return product ?? VENDORS.get(vendor) ?? null;
}

/** A name for a menu: the board if it is known, and always its ids. */
export function portLabel(vendorId: number | null, productId: number | null): string {
  if (vendorId === null) return 'Serial port';
  const ids = productId === null ? hex4(vendorId) : `${hex4(vendorId)}:${hex4(productId)}`;
  return `${knownBoard(vendorId, productId)?.name ?? 'USB serial port'} (${ids})`;
}

function hex4(id: number): string {
  return id.toString(16).padStart(4, '0');
}

function products(
  usb: KnownBoard['usb'],
  name: string,
  vendor: string,
  ids: readonly string[],
): Array<[string, KnownBoard]> {
  return ids.map((id) => [`${vendor}:${id}`, { name, usb }]);
}
