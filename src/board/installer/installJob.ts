/** What an installation will write on the board at hand, decided before anything is written. */
import { stopped } from './installFault.ts';
import {
  backupName,
  type FileToWrite,
  type Firmware,
  launcher,
  otherSlot,
  readMain,
  type Slot,
  slotFiles,
} from './installLayout.ts';
import type { InstallAction, InstallPlan } from './installPlan.ts';
import type { ReplFiles } from './replFiles.ts';

/** All that is decided before anything is written. */
export interface InstallJob {
  readonly files: ReplFiles;
  readonly plan: InstallPlan;
  /** The slot to be filled; to be emptied when uninstalling. */
  readonly slot: Slot;
  readonly modules: readonly FileToWrite[];
  readonly launcher: FileToWrite;
  /** Whether the copy of main.py must be made, or lies there already. */
  readonly copiesMain: boolean;
}

/**
 * Looks at what `main.py` is and lays out what is to be written where.
 *
 * @throws InstallStop `not-installed`, or as ReplFiles does
 */
export async function planJob(
  action: InstallAction,
  firmware: Firmware,
  files: ReplFiles,
  stoppedProgram: boolean,
): Promise<InstallJob> {
  const { look } = files;
  const { folders } = look;
  const main = readMain(look.mainFirstLine);
  const installedVersion = main.kind === 'ours' ? main.version : null;
  const about = {
    action,
    machine: look.machine,
    release: look.release,
    freeBytes: look.freeBytes,
    installedVersion,
    stoppedProgram,
  };
  if (action === 'uninstall') {
    if (main.kind !== 'ours') throw stopped('not-installed', look.mainFirstLine ?? '');
    const restores = main.before !== null && look.files.includes(main.before) ? main.before : null;
    return {
      files,
      slot: main.slot,
      modules: [],
      launcher: launcher(firmware.version, main.slot, folders, null),
      copiesMain: false,
      plan: {
        ...about,
        version: firmware.version,
        writes: [],
        minified: false,
        backup: null,
        restores,
      },
    };
  }
  const slot = otherSlot(main);
  const minified = files.isSmall || !folders;
  const modules = slotFiles(firmware, slot, {
    folders,
    minify: minified,
    machine: look.machine,
  });
  const kept = main.kind === 'other' ? await backupFor(files) : null;
  const before = kept?.name ?? (main.kind === 'ours' ? main.before : null);
  const itsLauncher = launcher(firmware.version, slot, folders, before);
  const writes = [...modules, itsLauncher].map(({ path, bytes }) => ({
    path: path === itsLauncher.path ? 'main.py' : path,
    bytes: bytes.length,
  }));
  return {
    files,
    slot,
    modules,
    launcher: itsLauncher,
    copiesMain: kept?.mustCopy ?? false,
    plan: {
      ...about,
      version: firmware.version,
      writes,
      minified,
      backup: kept?.name ?? null,
      restores: null,
    },
  };
}

/** Where the person's main.py is kept; a copy that is there already is not made again. */
async function backupFor(files: ReplFiles): Promise<{ name: string; mustCopy: boolean }> {
  const { look } = files;
  const first = backupName([]);
  if (!look.files.includes(first)) return { name: first, mustCopy: true };
  const present = await files.hash(first);
  if (present !== null && present === (await files.hash('main.py'))) {
    return { name: first, mustCopy: false };
  }
  // A copy that a power cut broke off reads as empty where there is no renaming.
  const isEmpty = present === (await files.hashOf(new Uint8Array()));
  return { name: isEmpty ? first : backupName(look.files), mustCopy: true };
}
