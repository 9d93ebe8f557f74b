/** Bytes of a file as UTF-8, whatever it is written in. */
import type { Encoding } from './importPlan.ts';

export interface TextInput {
  push(chunk: Uint8Array): void;
  /** The file is over: half a letter at its end becomes a replacement character. */
  end(): void;
}

const NUL = 0;
/** An end of the file, as DOS wrote it. */
const SUB = 0x1a;

/** A text without what a log keeps of a board's reset, and of the end of a file. */
export const withoutNulls = (text: string): string => text.replace(UNWRITTEN, '');
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNWRITTEN = /[\0\x1a]/g;

/** Hands on what comes in, without zeros; UTF-8 that has none passes without a copy. */
export function createTextInput(encoding: Encoding, sink: (utf8: Uint8Array) => void): TextInput {
  if (encoding === 'utf-8') {
    return {
      push: (chunk) =>
        sink(
          chunk.includes(NUL) || chunk.includes(SUB)
            ? chunk.filter((byte) => byte !== NUL && byte !== SUB)
            : chunk,
        ),
      end: () => undefined,
    };
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    push: (chunk) => sink(encoder.encode(withoutNulls(decoder.decode(chunk, { stream: true })))),
    end: () => sink(encoder.encode(decoder.decode())),
  };
}
