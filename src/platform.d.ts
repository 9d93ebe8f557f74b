/**
 * The one platform function that the pure rooms use: it is the same in pages, workers and Node, and
 * has no state to speak of. Their tsconfig has no DOM, so that nothing else slips in.
 */
declare class TextDecoder {
  constructor(label?: string);
  decode(input?: ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
