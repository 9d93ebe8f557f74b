/** The firmware as this page carries it; a chunk of its own, loaded when something is installed. */
import { FIRMWARE_VERSION } from './firmwareVersion.ts';
import type { Firmware } from './installLayout.ts';
import { microbitProgram } from './microbitProgram.ts';

const FOLDER = 'micropython/';

const found = import.meta.glob<string>('../../../firmware/micropython/**/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const files: Firmware['files'] = Object.fromEntries(
  Object.entries(found).map(([path, source]) => [
    path.slice(path.indexOf(FOLDER) + FOLDER.length),
    source,
  ]),
);

export const bundledFirmware: Firmware = {
  version: FIRMWARE_VERSION,
  files,
  small: (piecesPath) => microbitProgram(files, piecesPath),
};
