/** A folder of this run of the tests, for what its workers share; gone with it, as a worker's end is not told to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where it is, in the environment of each worker. */
export const RUN_FOLDER = 'TIDEMARK_RUN_FOLDER';

/** Vitest asks for it once for each project. */
export default function openRunFolder(): (() => void) | undefined {
  if (process.env[RUN_FOLDER] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-run-'));
  process.env[RUN_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
