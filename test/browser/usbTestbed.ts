import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';

/** What the boards of these tests claim to be: a Raspberry Pi Pico. Never a port of this machine. */
export const TEST_VENDOR_ID = 0x2e8a;
const TEST_PRODUCT_ID = 0x0005;

const SCRIPT = fileURLToPath(new URL('usbTestbed.py', import.meta.url));

export interface UsbTestbed {
  /** The environment in which a program sees this testbed and nothing else. */
  readonly env: Record<string, string>;
  /** Plugs in a board whose serial line is the terminal at this path. */
  plug(name: string, terminalPath: string): Promise<void>;
  unplug(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the mock device tree of usbTestbed.py. */
export async function startUsbTestbed(): Promise<UsbTestbed> {
  const child = startChild('umockdev-wrapper', ['/usr/bin/python3', SCRIPT]);
  const root = await child.line();
  const obey = async (command: string) => {
    child.process.stdin.write(`${command}\n`);
    const answer = await child.line();
    if (answer !== 'done') throw new Error(`The USB testbed said: ${answer}`);
  };
  return {
    env: { UMOCKDEV_DIR: root, LD_PRELOAD: 'libumockdev-preload.so.0' },
    plug: (name, path) =>
      obey(`plug ${name} ${path} ${hex4(TEST_VENDOR_ID)} ${hex4(TEST_PRODUCT_ID)} Pico`),
    unplug: (name) => obey(`unplug ${name}`),
    stop: () => child.stop(),
  };
}

function hex4(id: number): string {
  return id.toString(16).padStart(4, '0');
}
