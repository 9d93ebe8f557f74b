/**
 * The board's own firmware on MicroPython for WebAssembly. Knows neither the page nor Node: the
 * caller brings the interpreter, the files, the clock and whoever takes the bytes.
 *
 * The interpreter keeps its state in globals of the JavaScript realm, so a realm (a worker, a Node
 * process) holds one at a time. Creating a second board on the same interpreter resets the first.
 */
import { FIRST_MACHINE, type Injection, type MicropythonMachine } from './virtualMachines.ts';

/** The interpreter's file system, in memory. */
export interface MicroPythonFiles {
  writeFile(path: string, data: Uint8Array | string): void;
  readFile(path: string): Uint8Array;
  readdir(path: string): string[];
  mkdir(path: string): void;
  unlink(path: string): void;
  analyzePath(path: string): { exists: boolean };
}

/** What `loadMicroPython` resolves to, as far as it is used here. */
export interface MicroPython {
  readonly FS: MicroPythonFiles;
  pyimport(name: string): unknown;
  runPython(code: string): unknown;
}

export interface VirtualIdentity {
  /** What the hello line calls the board. */
  readonly board: string;
  /** Unique id, hex digits. */
  readonly id: string;
  /** Seed of the machine's noise, a whole number from 0; the same seed gives the same signal. */
  readonly seed: number;
  /** What the board watches; the first machine when left out. */
  readonly machine?: MicropythonMachine;
  /** Sampling period unless a saved one says otherwise; 20 ms when left out. */
  readonly periodMs?: number;
}

export interface MicropythonBoardOptions {
  readonly micropython: MicroPython;
  /** The firmware: file name (`detector.py`, `boards/webassembly.py`) → source. */
  readonly files: Readonly<Record<string, string>>;
  /** What the board's flash holds at power-up: file name → contents. */
  readonly savedFiles: Readonly<Record<string, Uint8Array | string>>;
  /** Gets every byte the board sends, whole lines at a time. */
  readonly write: (bytes: Uint8Array) => void;
  readonly identity: VirtualIdentity;
}

export interface MicropythonBoard {
  /** Bytes from the host. Any value of a byte is safe. */
  feed(bytes: Uint8Array): void;
  /** Takes a sample if one is due. @returns milliseconds until the next is due, 0 or less: now. */
  turn(tMs: number): number;
  /**
   * Disturbs the machine from its next sample or stroke on.
   *
   * @throws PythonError when that cannot happen to this machine
   */
  inject(kind: Injection): void;
  /** What the flash holds now; hand it to the next board to survive a power cycle. */
  savedFiles(): Record<string, Uint8Array>;
}

const FIRMWARE = '/firmware';
const FLASH = '/flash';
const DEFAULT_PERIOD_MS = 20;
const HIGH_MS = 2 ** 20;

/**
 * Boots the firmware: `h` and `p` lines are written before this returns.
 *
 * @throws PythonError when the firmware cannot be imported
 */
export function createMicropythonBoard(options: MicropythonBoardOptions): MicropythonBoard {
  const { micropython, files, savedFiles, write, identity } = options;
  install(micropython, files, savedFiles);
  const firmware = micropython.pyimport('boards.webassembly');
  // Each look-up of a Python function makes a new proxy: once is enough.
  const boot = pythonFunction(firmware, 'boot');
  const feed = pythonFunction(firmware, 'feed');
  const turn = pythonFunction(firmware, 'turn');
  const inject = pythonFunction(firmware, 'inject');
  const encoder = new TextEncoder();

  function send(text: string): void {
    if (text !== '') write(encoder.encode(text));
  }

  const { seed, machine = FIRST_MACHINE, periodMs = DEFAULT_PERIOD_MS, board, id } = identity;
  send(String(boot(`${FLASH}/parameters.txt`, machine, seed, periodMs, board, id)));

  return {
    feed(bytes) {
      if (bytes.length > 0) send(String(feed(hexOf(bytes))));
    },
    turn(tMs) {
      // An integer crosses the language border as 32 bits; a clock soon needs more.
      const whole = Math.floor(tMs);
      const answer = String(turn(Math.floor(whole / HIGH_MS), whole % HIGH_MS));
      const end = answer.indexOf('\n');
      send(answer.slice(end + 1));
      return Number(answer.slice(0, end));
    },
    inject(kind) {
      inject(kind);
    },
    savedFiles() {
      const saved: Record<string, Uint8Array> = {};
      for (const name of namesIn(micropython.FS, FLASH)) {
        saved[name] = micropython.FS.readFile(`${FLASH}/${name}`).slice();
      }
      return saved;
    },
  };
}

/**
 * MicroPython for WebAssembly looks through all that is alive whenever this much was taken; by itself,
 * at every 16 KB, which are a few samples.
 */
const COLLECT_EVERY_BYTES = 256 * 1024;

/**
 * Puts firmware and flash in place and makes Python forget a board that ran here before: its modules
 * are emptied, since proxies of its functions, which JavaScript lets go of when it likes, hold them.
 */
function install(
  micropython: MicroPython,
  files: Readonly<Record<string, string>>,
  savedFiles: Readonly<Record<string, Uint8Array | string>>,
): void {
  const { FS } = micropython;
  for (const directory of [FIRMWARE, `${FIRMWARE}/boards`, FLASH]) {
    if (!FS.analyzePath(directory).exists) FS.mkdir(directory);
  }
  for (const name of namesIn(FS, FLASH)) FS.unlink(`${FLASH}/${name}`);
  for (const [name, source] of Object.entries(files)) FS.writeFile(`${FIRMWARE}/${name}`, source);
  for (const [name, data] of Object.entries(savedFiles)) FS.writeFile(`${FLASH}/${name}`, data);
  micropython.runPython(`
import gc, sys
gc.threshold(${COLLECT_EVERY_BYTES})
if ${JSON.stringify(FIRMWARE)} not in sys.path:
    sys.path.append(${JSON.stringify(FIRMWARE)})
for name in list(sys.modules):
    if getattr(sys.modules[name], "__file__", "").startswith(${JSON.stringify(FIRMWARE)}):
        sys.modules[name].__dict__.clear()
        del sys.modules[name]
`);
}

function namesIn(files: MicroPythonFiles, directory: string): string[] {
  return files.readdir(directory).filter((name) => name !== '.' && name !== '..');
}

function pythonFunction(module: unknown, name: string): (...values: unknown[]) => unknown {
  const value: unknown = Reflect.get(Object(module), name);
  if (typeof value !== 'function') throw new Error(`The firmware has no function ${name}.`);
  return (...values) => Reflect.apply(value, undefined, values);
}

function hexOf(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}
