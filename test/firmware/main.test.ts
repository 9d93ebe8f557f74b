import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FIRMWARE_DIRECTORY } from '../../firmware/host/loadFirmwareFiles.ts';
import { withSum } from './lineSum.ts';

const PYTHON = '/usr/bin/python3';
const hasPython = spawnSync(PYTHON, ['--version']).status === 0;

/** What CPython lacks: the ticks, here 300 ms before they wrap, and an unbuffered stdin. */
const SHIM = `
import runpy, sys, time
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(FIRMWARE_DIRECTORY)})
_MASK = (1 << 30) - 1
_start = time.monotonic()
time.ticks_ms = lambda: (int((time.monotonic() - _start) * 1000) - 300) & _MASK
time.ticks_diff = lambda a, b: ((a - b + (1 << 29)) & _MASK) - (1 << 29)
sys.stdin = open(0, "rb", buffering=0)
sys.stdout = open(1, "w", buffering=1)
`;
const RUN = 'runpy.run_module("main", run_name="__main__")\n';

const running: ChildProcessWithoutNullStreams[] = [];
const directories: string[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

function scratchDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-main-'));
  directories.push(directory);
  return directory;
}

interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with everything printed so far once it contains `wanted`. */
  printed(wanted: RegExp): Promise<string>;
  /** Exit code and what went to stderr. */
  readonly ended: Promise<{ code: number | null; signal: string | null; errors: string }>;
}

function start(code: string, cwd: string): Program {
  const child = spawn(PYTHON, ['-B', '-c', code], { cwd, stdio: 'pipe' });
  running.push(child);
  let output = '';
  let errors = '';
  let look: () => void = () => undefined;
  child.stdout.on('data', (bytes) => {
    output += String(bytes);
    look();
  });
  child.stderr.on('data', (bytes) => {
    errors += String(bytes);
  });
  const ended = new Promise<{ code: number | null; signal: string | null; errors: string }>(
    (resolve) => child.on('close', (exit, signal) => resolve({ code: exit, signal, errors })),
  );
  return {
    child,
    ended,
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (wanted.test(output)) resolve(output);
        };
        look();
        void ended.then(() => reject(new Error(`ended without ${wanted}: ${output}${errors}`)));
      }),
  };
}

describe.skipIf(!hasPython)('main.py, run by CPython in place of a board', () => {
  it('says that the values are simulated where it knows no sensor, and streams', async () => {
    const { printed } = start(SHIM + RUN, scratchDirectory());
    const output = await printed(/\ns,2,/);
    expect(output).toMatch(/^h,.*,sensor=simulated,/);
    expect(output).toMatch(/\nl,no sensor is known for this board; the values are simulated\*/);
  });

  it('has a clock that does not wrap with the ticks', async () => {
    const { printed } = start(SHIM + RUN, scratchDirectory());
    const output = await printed(/\ns,6,/);
    const times = [...output.matchAll(/^s,\d+,(\d+)/gm)].map((match) => Number(match[1]));
    expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0))).toBe(true);
    expect(times.at(-1)).toBeLessThan(60_000);
  });

  it('answers commands, keeps what was saved, and survives garbage', async () => {
    const directory = scratchDirectory();
    const first = start(SHIM + RUN, directory);
    await first.printed(/\ns,0,/);
    first.child.stdin.write(Buffer.from([0, 255, 128, 10]));
    first.child.stdin.write(`${withSum('set,1,gamma=3.5')}\r\n${withSum('save,2')}\r\nhello 3\n`);
    expect(await first.printed(/\nr,3,ok\*/)).toContain(',saved=1,');
    first.child.kill('SIGKILL');
    const second = start(SHIM + RUN, directory);
    expect(await second.printed(/\np,.*\n/)).toContain('\np,gamma=3.5,');
  });

  it('stops on Ctrl-C, between samples and in the middle of a command', async () => {
    const quiet = start(SHIM + RUN, scratchDirectory());
    await quiet.printed(/\ns,0,/);
    quiet.child.kill('SIGINT');
    expect((await quiet.ended).errors).toContain('KeyboardInterrupt');

    const interrupted = `
import parameters
def interrupt(pairs, of_channel=False):
    raise KeyboardInterrupt
parameters.changes = interrupt
`;
    const busy = start(SHIM + interrupted + RUN, scratchDirectory());
    await busy.printed(/\ns,0,/);
    busy.child.stdin.write('set gamma=3\n');
    expect((await busy.ended).errors).toContain('KeyboardInterrupt');
  });

  it('sends nan and one line of words while its sensor does not answer, and goes on', async () => {
    const failing = `
import sensors
readings = []
def read(values):
    readings.append(None)
    if 2 < len(readings) < 6:
        raise OSError(5)
    values[0] = 1.5
sensors.open_sensor = lambda machine: (sensors.Sensor("loose", [("x", "V")], read), "")
`;
    const output = await start(SHIM + failing + RUN, scratchDirectory()).printed(/\ns,7,/);
    expect([...output.matchAll(/^s,\d+,\d+,([^*]*)/gm)].map((match) => match[1])).toEqual([
      '1.5',
      '1.5',
      'nan',
      'nan',
      'nan',
      '1.5',
      '1.5',
      '1.5',
    ]);
    expect(output.match(/^l,the sensor gives no value/gm)).toHaveLength(1);
  });
});
