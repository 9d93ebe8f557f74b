/** The virtual Uno's program: the example Simulated, compiled. `npm run uno` writes it anew. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unoHexOf } from './avr.ts';
import { LIBRARY } from './compile.ts';

export const UNO_HEX = fileURLToPath(
  new URL('../../firmware/arduino/uno/Simulated.hex', import.meta.url),
);

export const compiledUnoHex = (): string => unoHexOf(`${LIBRARY}/examples/Simulated/Simulated.ino`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(UNO_HEX, compiledUnoHex());
}
