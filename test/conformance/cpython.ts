import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FIRMWARE_DIRECTORY } from '../../firmware/host/loadFirmwareFiles.ts';
import type { Row, Run } from '../detector/detectorRows.ts';
import { PYTHON_ROWS, rowsFromJson, runsAsJson } from '../detector/pythonRows.ts';
import { PATIENCE_MS } from '../thoroughness.ts';

/** Debian's own Python: the one whose numpy comes as a package of the system. */
export const DEBIAN_PYTHON = '/usr/bin/python3';

/** Whether `python` runs and has `module`. */
export function hasModule(python: string, module: string): boolean {
  return spawnSync(python, ['-B', '-c', `import ${module}`]).status === 0;
}

/** Runs Python. Throws what it wrote to stderr when it fails. */
export function runPython(python: string, args: readonly string[], timeoutMs = PATIENCE_MS): void {
  const { status, stderr, error } = spawnSync(python, ['-B', ...args], {
    encoding: 'utf8',
    timeout: timeoutMs,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
}

/** Does something with a directory that is gone afterwards. */
export function inTemporaryDirectory<Result>(use: (directory: string) => Result): Result {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * What the firmware's core makes of each run, in CPython with numpy in the place of `ulab`, which
 * has the same calls.
 */
export function cpythonRows(runs: readonly Run[]): Row[][] {
  return inTemporaryDirectory((directory) => {
    const source = join(directory, 'runs.json');
    const target = join(directory, 'rows.json');
    writeFileSync(source, runsAsJson(runs));
    const program = `
import sys, types
import numpy
sys.modules["ulab"] = types.SimpleNamespace(numpy=numpy)
sys.path[:0] = sys.argv[3:]
import weibull
assert weibull.fit.__module__ == "weibull_ulab"
import pythonRows
pythonRows.main(sys.argv[1], sys.argv[2])
`;
    runPython(DEBIAN_PYTHON, [
      '-c',
      program,
      source,
      target,
      FIRMWARE_DIRECTORY,
      dirname(PYTHON_ROWS),
    ]);
    return rowsFromJson(readFileSync(target, 'utf8'));
  });
}
