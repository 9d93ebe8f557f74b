/** Bytes of a file as UTF-8 whose lines end with `\n`, whatever it is written in. */
import type { TextForm } from './importPlan.ts';

const CR = 0x0d;
const LF = 0x0a;

export interface TextInput {
  push(chunk: Uint8Array): void;
  /** The file is over: half a letter at its end becomes a replacement character. */
  end(): void;
}

/** Hands on what comes in; UTF-8 with `\n` passes without a copy. */
export function createTextInput(form: TextForm, sink: (utf8: Uint8Array) => void): TextInput {
  const lines = form.lineEnd === 'cr' ? (utf8: Uint8Array) => sink(withNewlines(utf8)) : sink;
  if (form.encoding === 'utf-8') return { push: lines, end: () => undefined };
  const decoder = new TextDecoder(form.encoding);
  const encoder = new TextEncoder();
  return {
    push: (chunk) => lines(encoder.encode(decoder.decode(chunk, { stream: true }))),
    end: () => lines(encoder.encode(decoder.decode())),
  };
}

function withNewlines(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let i = copy.indexOf(CR); i >= 0; i = copy.indexOf(CR, i + 1)) copy[i] = LF;
  return copy;
}
