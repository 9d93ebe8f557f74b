/**
 * Puts the firmware on a MicroPython board through its REPL, and takes it away again. The board is
 * at any moment old or new: how, says installLayout.ts.
 */
import * as python from './boardPython.ts';
import { type InstallFault, InstallStop, stopped } from './installFault.ts';
import { type InstallJob, planJob } from './installJob.ts';
import {
  type FileToWrite,
  type Firmware,
  SAVED_PARAMETERS,
  type Slot,
  slotPath,
  WAITING_MAIN,
} from './installLayout.ts';
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
  InstallStage,
} from './installPlan.ts';
import { closeRepl, isAtPrompt, openRepl, softReset } from './rawRepl.ts';
import type { ReplLine } from './replBytes.ts';
import { openReplFiles, type ReplFiles } from './replFiles.ts';

/** Saved parameters begin so; anybody else's file of that name stays. */
const PARAMETERS_BEGIN = 'tidemark,';
const COPY_ENDING = '.new';

export interface InstallerOptions {
  readonly line: ReplLine;
  readonly action: InstallAction;
  /** Whether a running program may be stopped with Ctrl-C. */
  readonly mayInterrupt: boolean;
  readonly loadFirmware: () => Promise<Firmware>;
  /** Asked once, when it is known what would be done. False cancels. */
  readonly confirm: (plan: InstallPlan) => Promise<boolean>;
  readonly progress: (progress: InstallProgress) => void;
  /** Looked at between any two commands until the board switches. */
  readonly isCancelled: () => boolean;
}

/** Runs to the end whatever happens; what went wrong is in the outcome. Never rejects. */
export async function runInstaller(options: InstallerOptions): Promise<InstallOutcome> {
  const { line, mayInterrupt } = options;
  const report = reporter(options);
  let stoppedProgram = false;
  try {
    report.stage('asking');
    const free = await isAtPrompt(line);
    if (!free && !mayInterrupt) return { kind: 'busy' };
    stoppedProgram = !free;
    if (!free) report.stage('stopping');
    const repl = await openRepl(line, !free, () => checkCancel(options));
    report.stage('looking');
    const firmware = await options.loadFirmware().catch((error: unknown) => {
      throw stopped('no-firmware', String(error));
    });
    const job = await planJob(options.action, firmware, await openReplFiles(repl), stoppedProgram);
    checkCancel(options);
    if (!(await options.confirm(job.plan))) throw new InstallStop(null);
    await work(options, job, report);
    report.stage('starting');
    await closeRepl(line);
    await softReset(line);
    return { kind: 'done', plan: job.plan };
  } catch (error) {
    if (line.inbox.ended()) return outcomeOf(stopped('vanished'), report.switching());
    await letGo(line, stoppedProgram);
    return outcomeOf(error, report.switching());
  }
}

/** Leaves the board as it was found: at its prompt, or with its program running. */
async function letGo(line: ReplLine, restart: boolean): Promise<void> {
  try {
    if ((await closeRepl(line)) && restart) await softReset(line);
  } catch (error) {
    // The link has ended meanwhile; why this is called matters more.
    if (!(error instanceof InstallStop)) throw error;
  }
}

function outcomeOf(error: unknown, switching: boolean): InstallOutcome {
  if (error instanceof InstallStop && error.fault === null) return { kind: 'cancelled' };
  const fault: InstallFault =
    error instanceof InstallStop && error.fault
      ? error.fault
      : { code: 'no-answer', detail: String(error) };
  return { kind: 'failed', fault, unchanged: !switching };
}

async function work(options: InstallerOptions, job: InstallJob, report: Reporter): Promise<void> {
  const { files, plan, slot } = job;
  const { folders, freeBytes, blockBytes } = files.look;
  const needed = job.modules.reduce(
    (sum, { bytes }) => sum + Math.ceil(bytes.length / blockBytes) * blockBytes,
    0,
  );
  if (freeBytes !== null && needed > freeBytes) {
    throw stopped('no-space', `${needed} bytes needed, ${freeBytes} free`);
  }
  const run = async (code: string): Promise<void> => {
    checkCancel(options);
    await files.run(code);
  };
  const emptySlot = async (which: Slot): Promise<void> => {
    const path = slotPath(which, folders);
    await files.run(folders ? python.removeFolder(path) : python.removeByPrefix(path));
  };

  try {
    report.writing(plan.writes.reduce((sum, { bytes }) => sum + bytes, 0));
    // What an earlier attempt may have left.
    for (const name of leftovers(folders)) await run(python.removeFile(name));
    if (plan.action === 'install') {
      await emptySlot(slot);
      for (const folder of foldersOf(job.modules)) await run(python.makeFolder(folder));
      for (const file of job.modules) await report.file(file, files);
    }
    if (plan.backup !== null && job.copiesMain) await keepMain(files, plan.backup);
    if (plan.action === 'install') await report.file(job.launcher, files);
    else if (plan.restores !== null && !folders) {
      await files.run(python.copyFile(plan.restores, WAITING_MAIN.flat));
    }
    await files.run(python.SYNC);
    checkCancel(options);
  } catch (error) {
    if (error instanceof InstallStop && error.fault?.code === 'vanished') throw error;
    await tidyUp(files, job, emptySlot);
    throw error;
  }

  report.stage('switching');
  await switchMain(files, job);
  report.stage('clearing');
  // From here on the new program is in place: what cannot be cleared away does no harm.
  try {
    for (const which of ['a', 'b'] as const) {
      if (plan.action === 'uninstall' || which !== slot) await emptySlot(which);
    }
    if (plan.action === 'uninstall') {
      for (const path of SAVED_PARAMETERS) {
        await files.run(python.removeIfBeginsWith(path, PARAMETERS_BEGIN));
      }
      if (plan.restores !== null) await files.run(python.removeFile(plan.restores));
    }
  } catch (error) {
    if (!(error instanceof InstallStop)) throw error;
  }
}

function leftovers(folders: boolean): readonly string[] {
  return folders ? [WAITING_MAIN.folders] : [WAITING_MAIN.flat, python.SWITCHED_OFF_MAIN];
}

/** The folders of these files, the outer ones first. */
function foldersOf(files: readonly FileToWrite[]): readonly string[] {
  const found = new Set<string>();
  for (const { path } of files) {
    const parts = path.split('/').slice(0, -1);
    for (let n = 1; n <= parts.length; n += 1) found.add(parts.slice(0, n).join('/'));
  }
  return [...found].sort();
}

/** Copies main.py: beside, compared, then renamed where that can be done. */
async function keepMain(files: ReplFiles, backup: string): Promise<void> {
  const { folders } = files.look;
  const copy = folders ? backup + COPY_ENDING : backup;
  await files.run(python.copyFile('main.py', copy));
  if ((await files.hash(copy)) !== (await files.hash('main.py'))) {
    throw stopped('hash-differs', copy);
  }
  if (folders) await files.run(python.renameOnto(copy, backup));
}

/** The one step. */
async function switchMain(files: ReplFiles, job: InstallJob): Promise<void> {
  const { look } = files;
  const { plan } = job;
  const isMicrobit = look.system === 'microbit' && look.machine.includes('nRF51');
  if (plan.action === 'uninstall' && plan.restores === null) {
    await files.run(python.removeFile('main.py'));
  } else if (look.folders) {
    const from = plan.restores ?? WAITING_MAIN.folders;
    await files.run(python.renameOnto(from, 'main.py') + python.SYNC);
  } else if (isMicrobit && (await switchMicrobit(files))) {
    return;
  } else if (plan.restores !== null) {
    await files.run(python.copyFile(plan.restores, 'main.py'));
    await files.run(python.removeFile(WAITING_MAIN.flat));
  } else {
    await files.run(python.writeAtOnce('main.py', job.launcher.bytes));
    await files.run(python.removeFile(WAITING_MAIN.flat));
  }
}

async function switchMicrobit(files: ReplFiles): Promise<boolean> {
  let said = '';
  for (const code of python.SWITCH_MICROBIT) said += await files.run(code);
  return said.includes('switched');
}

/** Before the switch: removes what was written, and leaves the board as it was. */
async function tidyUp(
  files: ReplFiles,
  job: InstallJob,
  emptySlot: (slot: Slot) => Promise<void>,
): Promise<void> {
  const { plan } = job;
  try {
    await files.run(python.CLOSE);
    for (const name of leftovers(files.look.folders)) await files.run(python.removeFile(name));
    if (plan.action === 'install') await emptySlot(job.slot);
    if (plan.backup !== null && job.copiesMain) {
      await files.run(python.removeFile(plan.backup));
      await files.run(python.removeFile(plan.backup + COPY_ENDING));
    }
  } catch (error) {
    // The first fault is the one to be told of; leftovers are removed at the next attempt.
    if (!(error instanceof InstallStop)) throw error;
  }
}

function checkCancel({ isCancelled }: InstallerOptions): void {
  if (isCancelled()) throw new InstallStop(null);
}

interface Reporter {
  stage(stage: InstallStage): void;
  /** Begins to count the bytes to be written. */
  writing(totalBytes: number): void;
  /** Writes a file and says how far it is. */
  file(file: FileToWrite, files: ReplFiles): Promise<void>;
  /** Whether the board may have been switched already. */
  switching(): boolean;
}

function reporter(options: InstallerOptions): Reporter {
  let stage: InstallStage = 'asking';
  let path = '';
  let written = 0;
  let total = 0;
  let canCancel = true;
  const tell = (): void => {
    const done = total === 0 ? 0 : Math.min(1, written / total);
    options.progress({ stage, path, done, canCancel });
  };
  return {
    stage(next) {
      stage = next;
      path = '';
      if (next === 'switching') canCancel = false;
      tell();
    },
    writing(totalBytes) {
      stage = 'writing';
      total = totalBytes;
      tell();
    },
    async file(file, files) {
      path = file.path;
      tell();
      await files.write(file, (bytes) => {
        written += bytes;
        tell();
        checkCancel(options);
      });
    },
    switching: () => !canCancel,
  };
}
