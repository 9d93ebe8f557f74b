/**
 * The virtual Uno: the Arduino library's example, compiled, on an emulated ATmega328P, in a worker
 * of its own, at this worker's clock, with an EEPROM that outlives the page.
 */
import { get, set } from 'idb-keyval';
import program from '../../firmware/arduino/uno/Simulated.hex?raw';
import { createUnoBoard } from './unoBoard.ts';
import type { FromVirtualBoard, PowerOn, ToVirtualBoard } from './virtualBoardMessages.ts';

const EEPROM_KEY = 'tidemark-virtual-uno-eeprom';
/** How often it catches up with the clock. */
const TURN_MS = 10;
/** A page that slept, or a slow computer, lets its time stand still: more is never caught up with. */
const MOST_MS = 100;

/** What was written last, where the browser keeps nothing (some private windows). */
let eeprom: Uint8Array | null = null;

addEventListener('message', ({ data }: MessageEvent<PowerOn<'uno'>>) => {
  void powerOn(data);
});

async function powerOn({ port }: PowerOn<'uno'>): Promise<void> {
  const post = (message: FromVirtualBoard) => port.postMessage(message);
  let on = true;
  const crash = (error: unknown) => {
    on = false;
    post({ type: 'failed', detail: String(error) });
  };
  try {
    eeprom ??= (await get<Uint8Array>(EEPROM_KEY).catch(() => null)) ?? null;
    const board = createUnoBoard(program, eeprom);
    port.onmessage = ({ data }: MessageEvent<ToVirtualBoard>) => {
      switch (data.type) {
        case 'bytes':
          board.feed(data.bytes);
          return;
        case 'inject':
          // As a person types it.
          board.feed(new TextEncoder().encode(`${data.injection}\n`));
          return;
        case 'power-off':
          on = false;
          return;
        default:
          data satisfies never;
      }
    };
    post({ type: 'powered' });
    let boardMs = 0;
    let before = performance.now();
    const turn = async () => {
      const now = performance.now();
      boardMs += Math.min(now - before, MOST_MS);
      before = now;
      board.runTo(boardMs);
      const written = board.takeWritten();
      if (written) {
        eeprom = written;
        // What the board says of a save must not leave before the save is safe.
        await set(EEPROM_KEY, written).catch(() => null);
      }
      if (!on) return;
      const bytes = board.takeSent();
      if (bytes.length > 0) post({ type: 'bytes', bytes });
      setTimeout(() => turn().catch(crash), TURN_MS);
    };
    await turn();
  } catch (error) {
    crash(error);
  }
}
