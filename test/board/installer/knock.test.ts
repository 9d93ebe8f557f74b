/** MicroPython's prompt since 1.28, which takes a carriage return right after a line feed for its other half. */
import { expect, it } from 'vitest';
import { isAtPrompt } from '../../../src/board/installer/rawRepl.ts';
import type { ReplLine } from '../../../src/board/installer/replBytes.ts';
import { createReplInbox } from '../../../src/board/installer/replInbox.ts';

/** A prompt after a `hello` of ours; time passes when nothing else happens. */
function lineAfterHello(swallows: boolean) {
  let nowMs = 0;
  let written = '';
  let last = '\n';
  const clock = {
    nowMs: () => nowMs,
    after(ms: number, then: () => void) {
      let isOff = false;
      setTimeout(() => {
        if (isOff) return;
        nowMs += ms;
        then();
      });
      return () => {
        isOff = true;
      };
    },
  };
  const inbox = createReplInbox(clock);
  const line: ReplLine = {
    clock,
    inbox,
    async write(bytes) {
      for (const letter of new TextDecoder().decode(bytes)) {
        written += letter;
        const isSwallowed = swallows && letter === '\r' && last === '\n';
        last = letter;
        if (letter === '\r' && !isSwallowed) {
          inbox.push(new TextEncoder().encode('\r\n>>> '));
        }
      }
    },
  };
  return { line, written: () => written };
}

it('is known at the first knock, though it swallows one byte of it', async () => {
  const { line, written } = lineAfterHello(true);
  expect(await isAtPrompt(line)).toBe(true);
  expect(written()).toBe('\r\r');
});

it('of an older MicroPython is known as well', async () => {
  expect(await isAtPrompt(lineAfterHello(false).line)).toBe(true);
});
