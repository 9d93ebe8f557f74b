/**
 * The few platform functions that the pure rooms use: they are the same in pages, workers and Node, and
 * have no state to speak of. Their tsconfig has no DOM, so that nothing else slips in.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(input?: ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
/** Base64 of text whose letters are bytes. */
declare function btoa(bytes: string): string;
