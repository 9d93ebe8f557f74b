/** The firmware as this page carries it; a chunk of its own, loaded when something is installed. */
import { FIRMWARE_VERSION } from './firmwareVersion.ts';
import type { Firmware } from './installLayout.ts';

const FOLDER = 'micropython/';

const found = import.meta.glob<string>('../../firmware/micropython/**/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const bundledFirmware: Firmware = {
  version: FIRMWARE_VERSION,
  files: Object.fromEntries(
    Object.entries(found).map(([path, source]) => [
      path.slice(path.indexOf(FOLDER) + FOLDER.length),
      source,
    ]),
  ),
};
