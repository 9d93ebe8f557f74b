/**
 * The virtual board: the firmware's own files on MicroPython, in a worker of its own, with this
 * worker's clock and a flash that outlives the page. One board at a time; the interpreter stays
 * loaded between boards, so a board can be started again without the network.
 */
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import wasmUrl from '@micropython/micropython-webassembly-pyscript/micropython.wasm?url';
import { get, set } from 'idb-keyval';
import { createMicropythonBoard, type MicroPython } from './micropythonBoard.ts';
import type { FromVirtualBoard, PowerOn, ToVirtualBoard } from './virtualBoardMessages.ts';
import type { MicropythonMachine } from './virtualMachines.ts';

type Flash = Readonly<Record<string, Uint8Array>>;

/** Each machine has a board, and each board a flash, of its own. */
const BOARDS = {
  machine: {
    flashKey: 'tidemark-virtual-board-flash',
    board: 'Virtual machine',
    id: '7469646d61726b',
  },
  pump: { flashKey: 'tidemark-virtual-pump-flash', board: 'Virtual pump', id: '7469646d70756d70' },
} as const satisfies Record<MicropythonMachine, unknown>;
const HEAP_BYTES = 4 * 1024 * 1024;

const firmware = firmwareFiles(
  import.meta.glob<string>('../../firmware/micropython/**/*.py', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

let interpreter: Promise<MicroPython> | null = null;
/** What each flash holds, once it was read. */
const flashes = new Map<MicropythonMachine, Flash>();
/** Writes to the flash and boots, one after the other. */
let lastTask: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<PowerOn<MicropythonMachine>>) => {
  lastTask = lastTask.then(() => powerOn(data));
});

async function powerOn({ port, machine, seed }: PowerOn<MicropythonMachine>): Promise<void> {
  const { flashKey, board: name, id } = BOARDS[machine];
  const post = (message: FromVirtualBoard) => port.postMessage(message);
  const outgoing: Uint8Array[] = [];
  let savesUnderWay = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let on = true;

  const powerOff = () => {
    on = false;
    if (timer !== null) clearTimeout(timer);
  };
  const crash = (error: unknown) => {
    powerOff();
    post({ type: 'failed', detail: String(error) });
  };
  const flush = () => {
    if (!on || savesUnderWay > 0) return;
    for (const bytes of outgoing.splice(0)) post({ type: 'bytes', bytes: bytes.slice() });
  };

  try {
    const savedFiles = flashes.get(machine) ?? (await readFlash(flashKey));
    flashes.set(machine, savedFiles);
    interpreter ??= loadMicroPython({ url: wasmUrl, heapsize: HEAP_BYTES });
    const board = createMicropythonBoard({
      micropython: await interpreter,
      files: firmware,
      savedFiles,
      write: (bytes) => outgoing.push(bytes),
      identity: { board: name, id, seed, machine },
    });
    let startedAt: number | null = null;
    const turn = () => {
      try {
        startedAt ??= performance.now();
        const waitMs = board.turn(performance.now() - startedAt);
        flush();
        timer = setTimeout(turn, Math.max(0, waitMs));
      } catch (error) {
        crash(error);
      }
    };
    const feed = async (bytes: Uint8Array) => {
      board.feed(bytes);
      const saved = board.savedFiles();
      if (!sameFlash(saved, flashes.get(machine) ?? {})) {
        // What the board says of a save must not leave before the save is safe: a plug pulled
        // right after the reply would lose what was confirmed.
        flashes.set(machine, saved);
        savesUnderWay += 1;
        lastTask = lastTask.then(() => writeFlash(flashKey, saved));
        await lastTask;
        savesUnderWay -= 1;
      }
      flush();
    };
    port.onmessage = ({ data }: MessageEvent<ToVirtualBoard>) => {
      if (!on) return;
      switch (data.type) {
        case 'bytes':
          feed(data.bytes).catch(crash);
          return;
        case 'inject':
          board.inject(data.injection);
          return;
        case 'power-off':
          powerOff();
          return;
        default:
          data satisfies never;
      }
    };
    post({ type: 'powered' });
    flush();
    turn();
  } catch (error) {
    interpreter = null;
    crash(error);
  }
}

/** Where the browser keeps nothing (some private windows), the flash lasts as long as the worker. */
async function readFlash(key: string): Promise<Flash> {
  return (await get<Flash>(key).catch(() => null)) ?? {};
}

async function writeFlash(key: string, saved: Flash): Promise<void> {
  await set(key, saved).catch(() => null);
}

function sameFlash(a: Flash, b: Flash): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => sameBytes(a[name], b[name]))
  );
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  return a.every((byte, index) => byte === b[index]);
}

/** From paths as Vite finds them to names as the board has them: `boards/webassembly.py`. */
function firmwareFiles(found: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).map(([path, source]) => [
      path.slice(path.indexOf('micropython/') + 'micropython/'.length),
      source,
    ]),
  );
}
