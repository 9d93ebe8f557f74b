/** The npm package brings no types. */
declare module '@micropython/micropython-webassembly-pyscript/micropython.mjs' {
  export function loadMicroPython(options: {
    readonly url?: string;
    /** Bytes of the Python heap. */
    readonly heapsize?: number;
    readonly stdout?: (line: string) => void;
    readonly linebuffer?: boolean;
  }): Promise<import('./micropythonBoard.ts').MicroPython>;
}
