import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the board's flash from a directory of this machine; a missing one is empty flash. */
export function loadFlash(directory: string): Record<string, Uint8Array> {
  mkdirSync(directory, { recursive: true });
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isFile()) files[entry.name] = readFileSync(join(directory, entry.name));
  }
  return files;
}

/** Makes the directory hold what the board's flash holds. Writes only what changed. */
export function storeFlash(directory: string, files: Readonly<Record<string, Uint8Array>>): void {
  const before = loadFlash(directory);
  for (const [name, data] of Object.entries(files)) {
    const old = before[name];
    if (old !== undefined && Buffer.compare(old, data) === 0) continue;
    const beside = join(directory, `${name}.writing`);
    writeFileSync(beside, data);
    renameSync(beside, join(directory, name));
  }
  for (const name of Object.keys(before)) {
    if (!(name in files)) rmSync(join(directory, name), { force: true });
  }
}
