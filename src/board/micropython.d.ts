/** The package brings no types; this much of it is used. */
declare module '@micropython/micropython-webassembly-pyscript' {
  import type { MicroPython } from './micropythonBoard.ts';

  export interface LoadOptions {
    /** Bytes of Python heap at the start; it grows. */
    readonly heapsize?: number;
    /** Where micropython.wasm is; beside the module when left out. */
    readonly url?: string;
    readonly linebuffer?: boolean;
    readonly stdout?: (data: string | Uint8Array) => void;
    readonly stderr?: (data: string | Uint8Array) => void;
  }

  /** One interpreter at a time in a JavaScript realm: it keeps its state in globals. */
  export function loadMicroPython(options?: LoadOptions): Promise<MicroPython>;
}
