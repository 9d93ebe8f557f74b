/**
 * What an installation looks like on a board's file system. Pure.
 *
 * The board is at any moment old or new, because nothing that it runs is ever written to. The
 * modules go to one of two slots, the one that `main.py` does not name; there they may be half
 * written for as long as they like, since nobody imports them. `main.py` itself is a launcher of a
 * few lines that names the slot, and putting it in place is the one step that switches:
 *
 * - with folders, it is written as `main.py.new`, checked, and renamed onto `main.py`. LittleFS (the
 *   file system of nearly every port) does that in one atomic step. FAT has no such step: there the
 *   old file is removed first, and a power cut between the two calls leaves a board at its prompt,
 *   whole old and new files beside it.
 * - a BBC micro:bit v1 has neither folders nor renaming, and opening a file for writing removes the
 *   old one at once. Its flash can clear a bit, though, and that is atomic: the launcher is written
 *   as `main.p{` and becomes `main.py` by one bit of its directory entry (see boardPython.ts).
 * - other flat file systems get it in one statement; a cut within those milliseconds leaves a
 *   board at its prompt.
 *
 * An update fills the other slot and switches in the same way, and so does taking it away: the file
 * that was `main.py` before takes its place again, and only then are the slots emptied.
 */
import { filesFor } from './boardProfile.ts';
import { flatName, moduleName, neededFiles, renameImports } from './flattenPython.ts';
import { minifyPython } from './minifyPython.ts';

export type Slot = 'a' | 'b';

/** The firmware as it lies in the repository: file name, with `boards/` before some → source. */
export interface Firmware {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  /**
   * For a board without folders, which is a small one: a module that has `run`, and the file that
   * it reads when it is imported. Without this the modules are flattened.
   */
  readonly small?: (piecesPath: string) => { readonly loader: string; readonly pieces: string };
}

/** What `main.py` is on the board. */
export type MainFile =
  | { readonly kind: 'none' }
  /** Somebody else's, or a copy of ours that was put there by hand. */
  | { readonly kind: 'other' }
  | { readonly kind: 'ours'; readonly version: string; readonly slot: Slot; before: string | null };

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** On a board without folders, all our names begin so. */
const FLAT_PREFIX = { a: 'tidea_', b: 'tideb_' } as const;
const FOLDER = { a: 'tidemark_a', b: 'tidemark_b' } as const;
const MARK = /^# Tidemark (\S+) slot=([ab]) before=(\S+)\s*$/;
const NOTHING = '-';
const BACKUP = 'main.py.bak';
/** What the firmware saved, and where a save writes first; taken away with it. */
export const SAVED_PARAMETERS = [
  ...['parameters.txt', 'parameters.txt.new', 'parameters.new'],
  ...['model.csv', 'model.csv.new'],
];

/** Where the launcher waits to become `main.py`. */
export const WAITING_MAIN = { folders: 'main.py.new', flat: 'main.p{' } as const;

export function otherSlot(main: MainFile): Slot {
  return main.kind === 'ours' && main.slot === 'a' ? 'b' : 'a';
}

/** What the first line of `main.py` says; null when there is no such file. */
export function readMain(firstLine: string | null): MainFile {
  if (firstLine === null) return { kind: 'none' };
  const [, version, slot, before] = MARK.exec(firstLine) ?? [];
  if (version === undefined || (slot !== 'a' && slot !== 'b')) return { kind: 'other' };
  return { kind: 'ours', version, slot, before: before === NOTHING ? null : (before ?? null) };
}

/** A free name for the copy of somebody else's `main.py`; an older backup is never overwritten. */
export function backupName(present: readonly string[]): string {
  let name = BACKUP;
  for (let n = 2; present.includes(name); n += 1) name = `${BACKUP}${n}`;
  return name;
}

/** Where a slot's files are: a folder, or the beginning of their names. */
export function slotPath(slot: Slot, folders: boolean): string {
  return folders ? FOLDER[slot] : FLAT_PREFIX[slot];
}

/** The module whose `run()` is the program. */
const ENTRY = 'main';
const PIECES = 'pieces';

/** The firmware's files as they go to the board, in the order of writing. */
export function slotFiles(
  firmware: Firmware,
  slot: Slot,
  how: { readonly folders: boolean; readonly minify: boolean; readonly machine: string },
): FileToWrite[] {
  if (!how.folders && firmware.small) {
    const prefix = slotPath(slot, false);
    const { loader, pieces } = firmware.small(prefix + PIECES);
    return [file(`${prefix}${ENTRY}.py`, loader), file(prefix + PIECES, pieces)];
  }
  const own = filesFor(firmware.files, how.machine);
  const chosen = how.folders ? own : neededFiles(own, ENTRY);
  const modules = new Set(Object.keys(chosen).map(moduleName));
  return Object.entries(chosen)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, source]) => {
      const shorter = how.minify ? minifyPython(source) : source;
      if (how.folders) return file(`${slotPath(slot, true)}/${name}`, shorter);
      const prefix = slotPath(slot, false);
      const path = `${flatName(moduleName(name), prefix)}.py`;
      return file(path, renameImports(shorter, modules, prefix));
    });
}

/** The `main.py` that starts a slot. `before` is where the `main.py` before it is kept. */
export function launcher(
  version: string,
  slot: Slot,
  folders: boolean,
  before: string | null,
): FileToWrite {
  const mark = `# Tidemark ${version} slot=${slot} before=${before ?? NOTHING}\n`;
  const path = folders ? WAITING_MAIN.folders : WAITING_MAIN.flat;
  const folder = slotPath(slot, true);
  const module = folders ? ENTRY : flatName(ENTRY, slotPath(slot, false));
  const begin = folders ? `import sys\nsys.path.insert(0,"${folder}")\n` : '';
  return file(path, `${mark}${begin}import ${module}\n${module}.run()\n`);
}

function file(path: string, text: string): FileToWrite {
  return { path, bytes: new TextEncoder().encode(text) };
}
