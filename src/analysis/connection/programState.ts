/**
 * Notices from the bytes alone that a MicroPython program has ended: its traceback or MicroPython's
 * banner, directly above a prompt that waits. Pure; whose program it is makes no difference.
 */
import type { ProgramEnd } from '../messages/connectionState.ts';

/** A prompt that has been the last word for so long waits for a person. */
const QUIET_MS = 300;
/** Room for the prompt, the banner, an exception with a long message and the line above it. */
const TAIL_BYTES = 2048;
/** The prompt waits, and shows what it was sent since: it takes our commands for typing. */
const PROMPT = /[\r\n]>>> [^\r\n]*$/;
const BLANK_PROMPT = /[\r\n]>>> $/;
/** What MicroPython says of itself before the first prompt after a program. */
const BANNER = /^(?:MicroPython v|Type "help\(\)" for more information)/;
const HEADLINE = /Traceback \(most recent call last\):$/;
/** Between headline and exception; of a deep traceback only these are kept. */
const CALL = /^\s+File "/;
/** Typed at a prompt, by a person or by us who ask there who it is. */
const TYPED = /^(?:>>> |hello,\d)/;

export interface ProgramState {
  heard(bytes: Uint8Array, nowMs: number): void;
  /**
   * How the program has ended, and null while it runs, as far as that can be told. Once ended, it
   * stays so whatever a person does at the prompt, until a sample comes that no prompt follows.
   * Call every 100 ms or so.
   */
  end(nowMs: number, lastSampleMs: number | null): ProgramEnd | null;
  /** Whether a prompt is the last word, with nothing typed yet. */
  isAtBlankPrompt(): boolean;
  /** Another program runs now, or is about to. */
  forget(): void;
}

export function createProgramState(): ProgramState {
  /** What came last, as it came. */
  let chunks: Uint8Array[] = [];
  let length = 0;
  let heardMs = 0;
  let hasNews = false;
  let ended: { readonly how: ProgramEnd; readonly atMs: number } | null = null;

  function tail(): string {
    const decoder = new TextDecoder();
    return chunks.map((bytes) => decoder.decode(bytes, { stream: true })).join('');
  }

  return {
    heard(bytes, nowMs) {
      chunks.push(bytes);
      length += bytes.length;
      heardMs = nowMs;
      hasNews = true;
      for (let oldest = chunks[0]; oldest; oldest = chunks[0]) {
        if (length - oldest.length < TAIL_BYTES) return;
        chunks.shift();
        length -= oldest.length;
      }
    },
    end(nowMs, lastSampleMs) {
      if (ended === null && hasNews && nowMs - heardMs >= QUIET_MS) {
        hasNews = false;
        const how = readProgramEnd(tail());
        ended = how && { how, atMs: heardMs };
      }
      const goesOn = ended !== null && lastSampleMs !== null && lastSampleMs > ended.atMs;
      if (goesOn && !PROMPT.test(tail())) ended = null;
      return ended?.how ?? null;
    },
    isAtBlankPrompt: () => BLANK_PROMPT.test(tail()),
    forget() {
      [chunks, length, hasNews, ended] = [[], 0, false, null];
    },
  };
}

/** How a program has ended whose last words these are; null when it has not, for all they say. */
function readProgramEnd(text: string): ProgramEnd | null {
  if (!PROMPT.test(text)) return null;
  const lines = text.split(/\r\n|\r|\n/).slice(0, -1);
  const at = lines.findLastIndex((line) => line.trim() !== '' && !BANNER.test(line));
  const exception = lines[at] ?? '';
  const above = lines.slice(0, Math.max(0, at));
  const isException = /^\S/.test(exception) && isTraceback(above.at(-1) ?? '');
  // What is typed at a prompt may fail, too: that was no program.
  const before = above[above.findLastIndex((line) => !isTraceback(line))] ?? '';
  // An interrupt has no message, and a colon all the same.
  if (isException && !TYPED.test(before)) return { error: exception.trim().replace(/:$/, '') };
  return lines.slice(at + 1).some((line) => BANNER.test(line)) ? { error: '' } : null;
}

const isTraceback = (line: string) => CALL.test(line) || HEADLINE.test(line);
