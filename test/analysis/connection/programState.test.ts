import { describe, expect, it } from 'vitest';
import { createProgramState } from '../../../src/analysis/connection/programState.ts';

const TRACEBACK = `Traceback (most recent call last):\r
  File "main.py", line 9, in <module>\r
  File "main.py", line 4, in read\r
OSError: [Errno 5] EIO\r
`;
const BANNER = `MicroPython v1.22.0 on 2023-12-27; Raspberry Pi Pico with RP2040\r
Type "help()" for more information.\r
`;
const PROMPT = '>>> ';
const NO_ANSWER = { error: 'OSError: [Errno 5] EIO' };

/** What the watch makes of this text, in chunks of so many bytes, after a second of silence. */
function endOf(text: string, chunkBytes = text.length) {
  const watch = createProgramState();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    watch.heard(bytes.subarray(at, at + chunkBytes), 1000);
  }
  return watch.end(2000, 1000);
}

describe('a program that has ended', () => {
  it.each([
    ['with an exception', `12.5\r\n${TRACEBACK}${BANNER}${PROMPT}`, NO_ANSWER],
    ['started at the prompt, with an exception', `${TRACEBACK}${PROMPT}`, NO_ANSWER],
    ['in the middle of a line', `s,12,3${TRACEBACK}${BANNER}${PROMPT}`, NO_ANSWER],
    [
      'by Ctrl-C',
      `12.5\r\nTraceback (most recent call last):\r\nKeyboardInterrupt: \r\n${BANNER}${PROMPT}`,
      { error: 'KeyboardInterrupt' },
    ],
    [
      'in the words of its language',
      `Traceback (most recent call last):\r\n  File "main.py", line 1, in <module>\r\nValueError: zu groß\r\n${PROMPT}`,
      { error: 'ValueError: zu groß' },
    ],
    ['by itself', `done\r\n${BANNER}${PROMPT}`, { error: '' }],
    [
      'long after an exception that it survived',
      `${TRACEBACK}12.5\r\n12.6\r\n${BANNER}${PROMPT}`,
      { error: '' },
    ],
    [
      'while our commands were on their way',
      `${TRACEBACK}${BANNER}${PROMPT}set,1,gamma=3*00`,
      NO_ANSWER,
    ],
    [
      'after more calls than are kept',
      `Traceback (most recent call last):\r\n${'  File "main.py", line 3, in again\r\n'.repeat(200)}RuntimeError: maximum recursion depth exceeded\r\n${BANNER}${PROMPT}`,
      { error: 'RuntimeError: maximum recursion depth exceeded' },
    ],
  ])('%s', (_how, text, end) => {
    expect(endOf(text)).toEqual(end);
    expect(endOf(text, 1)).toEqual(end);
    expect(endOf(text, 7)).toEqual(end);
  });
});

describe('a program that goes on', () => {
  it.each([
    ['and prints >>> in a line', 'temp >>> 12.5\r\n'],
    ['and prints >>> at the beginning of a line', '>>> 12.5\r\n>>> 12.6\r\n'],
    ['and asks for something after >>> of its own', 'Menu\r\n1 start\r\n>>> '],
    ['and tells of an exception that it survived', TRACEBACK],
    ['and quotes a traceback with its prompt', `${TRACEBACK}${PROMPT}1/0\r\n12.5\r\n`],
    ['because only what was typed failed', `${PROMPT}hello,5001*3C\r\n${TRACEBACK}${PROMPT}`],
    ['because only our question failed', `hello,5001*3C\r\n${TRACEBACK}${PROMPT}`],
    ['and prints a Teleplot line', '>temp:12.5\r\n'],
    ['and has said nothing', ''],
  ])('%s', (_what, text) => {
    expect(endOf(text)).toBeNull();
  });
});

const encode = (text: string) => new TextEncoder().encode(text);

it('a prompt must have been quiet for a moment', () => {
  const watch = createProgramState();
  watch.heard(encode(`${TRACEBACK}${PROMPT}`), 1000);
  expect(watch.end(1200, 900)).toBeNull();
  watch.heard(encode('and so on\r\n'), 1250);
  expect(watch.end(5000, 900)).toBeNull();
});

describe('once it has ended', () => {
  function ended() {
    const watch = createProgramState();
    watch.heard(encode(`${TRACEBACK}${BANNER}${PROMPT}`), 1000);
    expect(watch.end(1500, 1000)).toEqual(NO_ANSWER);
    return watch;
  }

  it('it stays so whatever a person tries at the prompt, numbers too', () => {
    const watch = ended();
    watch.heard(encode('1/0\r\nZeroDivisionError: divide by zero\r\n>>> '), 2000);
    expect(watch.end(2500, 1000)).toEqual(NO_ANSWER);
    watch.heard(encode('read()\r\n12.5\r\n>>> '), 3000);
    expect(watch.end(3000, 3000)).toEqual(NO_ANSWER);
    expect(watch.isAtBlankPrompt()).toBe(true);
    watch.heard(encode('prin'), 4000);
    expect(watch.isAtBlankPrompt()).toBe(false);
    expect(watch.end(9000, 3000)).toEqual(NO_ANSWER);
  });

  it('it runs again when samples come and no prompt after them', () => {
    const watch = ended();
    watch.heard(encode('\r\nMPY: soft reboot\r\n'), 2000);
    expect(watch.end(2100, 1000)).toEqual(NO_ANSWER);
    watch.heard(encode('12.5\r\n'), 2200);
    expect(watch.end(2300, 2200)).toBeNull();
    watch.heard(encode(`${TRACEBACK}${BANNER}${PROMPT}`), 3000);
    expect(watch.end(3500, 2200)).toEqual(NO_ANSWER);
  });

  it('what was heard before another start says nothing of it', () => {
    const watch = ended();
    watch.forget();
    expect(watch.end(5000, 1000)).toBeNull();
  });
});
