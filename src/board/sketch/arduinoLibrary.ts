/** The Arduino library, as a file that the Arduino IDE takes (Add .ZIP Library). */
import { zipFile } from './zipFile.ts';

const ROOT = '../../../firmware/arduino/';
const SOURCES = import.meta.glob<string>('../../../firmware/arduino/Tidemark/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function arduinoLibraryZip(): Uint8Array<ArrayBuffer> {
  return zipFile(
    Object.entries(SOURCES).map(([path, text]) => ({ path: path.slice(ROOT.length), text })),
  );
}
