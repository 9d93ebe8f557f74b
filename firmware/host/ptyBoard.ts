/**
 * `npm run board`: the firmware in Node, on a pseudo-terminal that any serial terminal can open.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { createMicropythonBoard, type MicropythonBoard } from '../../src/board/micropythonBoard.ts';
import {
  FIRST_MACHINE,
  INJECTIONS,
  type Injection,
  MICROPYTHON_MACHINES,
  type MicropythonMachine,
} from '../../src/board/virtualMachines.ts';
import { loadFlash, storeFlash } from './flashDirectory.ts';
import { loadFirmwareFiles } from './loadFirmwareFiles.ts';
import { openPtyWire } from './ptyWire.ts';

const HELP = `A Tidemark board without hardware, on a pseudo-terminal.

  npm run board -- [--link PATH] [--flash DIR] [--machine WORD] [--seed N] [--period MS]

  --link PATH    where the terminal appears (default: ${join(tmpdir(), 'tidemark-board')})
  --flash DIR    where saved parameters are kept; without it they end with this process
  --machine WORD what it watches: ${MICROPYTHON_MACHINES.join(' or ')} (default: ${FIRST_MACHINE})
  --seed N       seed of the machine (default: 1)
  --period MS    sampling period unless a saved one says otherwise (default: 20)

Type here, one word a line: ${INJECTIONS.machine.join(', ')} (a machine), ${INJECTIONS.pump.join(', ')} (a pump),
sent (how many samples), reset, unplug (for a moment), or quit.
Open the terminal with any serial program, for instance: screen PATH 115200
`;

const MIN_WAIT_MS = 1;

interface Options {
  readonly link: string;
  readonly flash: string | undefined;
  readonly machine: MicropythonMachine;
  readonly seed: number;
  readonly periodMs: number;
}

/** The command line, or a sentence about what is wrong with it. */
function optionsFrom(args: string[]): Options | string {
  let values: {
    link?: string;
    flash?: string;
    machine?: string;
    seed?: string;
    period?: string;
    help?: boolean;
  };
  try {
    ({ values } = parseArgs({
      args,
      options: {
        link: { type: 'string' },
        flash: { type: 'string' },
        machine: { type: 'string' },
        seed: { type: 'string' },
        period: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`;
  }
  if (values.help) return HELP;
  const machine = MICROPYTHON_MACHINES.find((known) => known === (values.machine ?? FIRST_MACHINE));
  if (machine === undefined) return `--machine must be ${MICROPYTHON_MACHINES.join(' or ')}.`;
  const seed = Number(values.seed ?? '1');
  const periodMs = Number(values.period ?? '20');
  if (!Number.isInteger(seed) || seed < 0) return '--seed must be a whole number from 0.';
  if (!(periodMs >= 1 && periodMs <= 3_600_000)) return '--period must be 1 to 3600000 ms.';
  return {
    link: resolve(values.link ?? join(tmpdir(), 'tidemark-board')),
    flash: values.flash === undefined ? undefined : resolve(values.flash),
    machine,
    seed,
    periodMs,
  };
}

function isInjection(word: string, machine: MicropythonMachine): word is Injection {
  return INJECTIONS[machine].some((kind) => kind === word);
}

function samplesIn(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line.startsWith('s,')).length;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stderr.write(options.endsWith('\n') ? options : `${options}\n`);
    process.exitCode = options === HELP ? 0 : 2;
    return;
  }
  const { link, flash, machine, seed, periodMs } = options;
  const micropython = await loadMicroPython({ heapsize: 4 * 1024 * 1024 });

  let timer: NodeJS.Timeout | undefined;
  /** What the board says while it answers the host; null at other times. */
  let heldBack: Uint8Array[] | null = null;
  /** Samples on the wire so far, whether or not anybody listened. */
  let sent = 0;
  function end(code: number): void {
    clearTimeout(timer);
    wire.close();
    rmSync(link, { force: true });
    process.exit(code);
  }

  const wire = openPtyWire({
    link,
    onBytes: (bytes) => {
      // What is said to be saved must be: the answer waits for the disk.
      heldBack = [];
      board.feed(bytes);
      if (flash !== undefined) storeFlash(flash, board.savedFiles());
      for (const answer of heldBack) wire.write(answer);
      heldBack = null;
      schedule();
    },
    onReady: () => say(`Board ready: ${link}`),
    onFailure: (words) => {
      process.stderr.write(`${words}\n`);
      end(1);
    },
  });
  let bootedAt = 0;
  /** Power on, or the reset button: everything that was not saved is forgotten. */
  function boot(): MicropythonBoard {
    bootedAt = performance.now();
    return createMicropythonBoard({
      micropython,
      files: loadFirmwareFiles(),
      savedFiles: flash === undefined ? {} : loadFlash(flash),
      write: (bytes) => {
        sent += samplesIn(bytes);
        if (heldBack) heldBack.push(bytes);
        else wire.write(bytes);
      },
      identity: {
        board: 'Node board',
        id: seed.toString(16).padStart(8, '0'),
        machine,
        seed,
        periodMs,
      },
    });
  }
  let board = boot();

  function turn(): void {
    const waitMs = board.turn(performance.now() - bootedAt);
    timer = setTimeout(turn, Math.max(MIN_WAIT_MS, waitMs));
  }
  function schedule(): void {
    clearTimeout(timer);
    turn();
  }
  schedule();

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  createInterface({ input: process.stdin }).on('line', (line) => {
    const word = line.trim();
    if (word === 'quit') end(0);
    else if (word === 'reset') {
      board = boot();
      schedule();
    } else if (word === 'unplug') wire.hangUp();
    else if (word === 'sent') say(`sent ${sent}`);
    else if (isInjection(word, machine)) board.inject(word);
    else if (word !== '')
      say(
        `Not understood: ${word}. Try ${INJECTIONS[machine].join(', ')}, sent, reset, unplug or quit.`,
      );
  });
}

await main();
