/**
 * Raw-paste mode before a REPL that has only plain raw mode: the window flow control of MicroPython's
 * shared/runtime/pyexec.c, byte by byte, with what was received run by the REPL behind it. Needed
 * since MicroPython for WebAssembly announces raw-paste and then never reads what is pasted.
 */

const WINDOW_BYTES = 128;

export type RawPaste =
  /** As boards do. */
  | 'offered'
  /** The build knows of it and has it not. */
  | 'refused';

export interface RawPasteFront {
  /** Takes one byte from the host; true when it was not for the REPL. */
  take(byte: number): boolean;
  /** Forgets what was being pasted. */
  reset(): void;
  /** How many windows were filled so far. */
  windows(): number;
}

export function createRawPasteFront(
  kind: RawPaste,
  repl: {
    /** Whether the REPL is in raw mode with nothing typed yet. */
    readonly isRaw: () => boolean;
    /** Runs code in plain raw mode; what it says then begins with `OK`. */
    readonly run: (code: number[]) => string;
    readonly print: (text: string) => void;
  },
): RawPasteFront {
  const ask = [5, 65, 1];
  let asked = 0;
  let pasted: number[] | null = null;
  let windows = 0;

  return {
    windows: () => windows,
    reset() {
      asked = 0;
      pasted = null;
    },
    take(byte) {
      if (pasted) {
        if (byte === 3) {
          pasted = null;
          repl.print('\x04\x04KeyboardInterrupt: \r\n\x04>');
        } else if (byte === 4) {
          const code = pasted;
          pasted = null;
          repl.print(`\x04${repl.run(code).replace(/^OK/, '')}`);
        } else {
          pasted.push(byte);
          if (pasted.length % WINDOW_BYTES === 0) {
            windows += 1;
            repl.print('\x01');
          }
        }
        return true;
      }
      if (repl.isRaw() && byte === ask[asked]) {
        asked += 1;
        if (asked < ask.length) return true;
        asked = 0;
        if (kind === 'refused') {
          repl.print('R\x00');
        } else {
          pasted = [];
          repl.print(`R\x01${String.fromCharCode(WINDOW_BYTES)}\x00\x01`);
        }
        return true;
      }
      asked = 0;
      return false;
    },
  };
}
