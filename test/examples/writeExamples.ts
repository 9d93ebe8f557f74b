/** Writes the example recordings into the build's public files: `npm run examples`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { csvOf, EXAMPLE_SIGNALS } from './exampleSignals.ts';

const FOLDER = 'public/examples';

mkdirSync(FOLDER, { recursive: true });
for (const signal of Object.values(EXAMPLE_SIGNALS)) {
  writeFileSync(`${FOLDER}/${signal.fileName}`, csvOf(signal));
}
