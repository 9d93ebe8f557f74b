import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the firmware's source lies in this repository. */
export const FIRMWARE_DIRECTORY = join(import.meta.dirname, '../micropython');

/**
 * Reads the firmware's Python files from disk (Node only).
 *
 * @returns file name, with `boards/` before those in that directory → source text
 */
export function loadFirmwareFiles(directory = FIRMWARE_DIRECTORY): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of ['', 'boards/']) {
    for (const name of readdirSync(join(directory, folder)).sort()) {
      if (name.endsWith('.py')) {
        files[folder + name] = readFileSync(join(directory, folder, name), 'utf8');
      }
    }
  }
  return files;
}
