/** The Arduino library, as a file that the Arduino IDE takes (Add .ZIP Library). */
import { zipFile } from './zipFile.ts';

const ROOT = '../../../firmware/arduino/';
const SOURCES = import.meta.glob<string>('../../../firmware/arduino/Tidemark/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Every file of the library.
 *
 * @param address where the page is that hands it over: what the IDE shows as "More info". The sources
 * cannot know where a page of theirs will be.
 */
export function arduinoLibraryZip(address: string): Uint8Array<ArrayBuffer> {
  return zipFile(
    Object.entries(SOURCES).map(([path, text]) => ({
      path: path.slice(ROOT.length),
      text: path.endsWith('/library.properties')
        ? text.replace(/^url=.*$/m, () => `url=${address}`)
        : text,
    })),
  );
}
