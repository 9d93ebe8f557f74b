/** Bytes of a file as UTF-8, whatever it is written in. */
import type { Encoding } from './importPlan.ts';

export interface TextInput {
  push(chunk: Uint8Array): void;
  /** The file is over: half a letter at its end becomes a replacement character. */
  end(): void;
}

/** Hands on what comes in; UTF-8 passes without a copy. */
export function createTextInput(encoding: Encoding, sink: (utf8: Uint8Array) => void): TextInput {
  if (encoding === 'utf-8') return { push: sink, end: () => undefined };
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    push: (chunk) => sink(encoder.encode(decoder.decode(chunk, { stream: true }))),
    end: () => sink(encoder.encode(decoder.decode())),
  };
}
