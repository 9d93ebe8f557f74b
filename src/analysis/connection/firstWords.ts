/** What can be told of a board that has not said hello, from its bytes alone. */
import { createReadability } from '../../protocol/readability.ts';
import type { LinkHint } from '../messages/connectionState.ts';

/** Open for so long without a single byte: something is wrong that a person can put right. */
const SILENT_LINK_MS = 3000;
/** More than our own lines, echoed, can come to. */
const MAX_ECHO = 512;
const PROMPT = '>>> ';

export interface FirstWords {
  heard(bytes: Uint8Array): void;
  /**
   * Whether nothing has come, or nothing but these lines of ours: a MicroPython prompt echoes what
   * it is sent and waits for Enter.
   */
  onlyEchoes(lines: readonly string[]): boolean;
  endsWithPrompt(): boolean;
  hint(openMs: number): LinkHint | null;
}

export function createFirstWords(): FirstWords {
  const decoder = new TextDecoder();
  const readability = createReadability();
  let beginning = '';
  let end = '';
  return {
    heard(bytes) {
      readability.push(bytes);
      end = (end + decoder.decode(bytes.subarray(-PROMPT.length))).slice(-PROMPT.length);
      if (beginning.length <= MAX_ECHO) beginning += decoder.decode(bytes.subarray(0, MAX_ECHO));
    },
    onlyEchoes(lines) {
      let rest = beginning;
      for (const line of lines) rest = rest.replaceAll(line.trimEnd(), '');
      return readability.bytes() <= MAX_ECHO && rest.trim() === '';
    },
    endsWithPrompt: () => end === PROMPT,
    hint(openMs) {
      if (readability.isGarbage()) return 'garbage';
      return readability.bytes() === 0 && openMs >= SILENT_LINK_MS ? 'silent' : null;
    },
  };
}
