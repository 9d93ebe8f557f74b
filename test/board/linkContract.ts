/**
 * What every link keeps to, whatever carries it. The cases know no test runner, so that the same
 * ones run in Vitest over streams in memory and in Chromium over Web Serial and the virtual board.
 */
import type { Link } from '../../src/board/link.ts';

export interface LinkRig {
  /** Opens a fresh link, also again after the one before has ended. */
  open(): Promise<Link>;
  /** Takes the board away under the open link, in the middle of a line. */
  unplug(): Promise<void>;
  /** The other end, where the test can be the board; null for a board that talks by itself. */
  readonly far: FarEnd | null;
}

export interface FarEnd {
  send(bytes: Uint8Array): Promise<void>;
  /** All that has arrived, once it is at least this many bytes. */
  received(atLeast: number): Promise<Uint8Array>;
}

export interface LinkCase {
  readonly name: string;
  run(rig: LinkRig): Promise<void>;
}

/** For every link. */
export const LINK_CASES: readonly LinkCase[] = [
  {
    name: 'brings bytes after opening',
    async run(rig) {
      const link = await rig.open();
      await rig.far?.send(text('hello\n'));
      const bytes = await take(link, 6);
      check(bytes.length >= 6, 'no bytes came');
      await link.close();
    },
  },
  {
    name: 'can be closed twice, and says once that it was closed',
    async run(rig) {
      const link = await rig.open();
      await Promise.all([link.close(), link.close()]);
      await link.close();
      const end = await link.closed;
      check(end.reason === 'closed', `ended as ${end.reason}`);
    },
  },
  {
    name: 'brings nothing more once it is closed, and its stream ends without an error',
    async run(rig) {
      const link = await rig.open();
      await rig.far?.send(text('first\n'));
      const reader = link.readable.getReader();
      check(!(await reader.read()).done, 'ended before it was closed');
      await link.close();
      await rig.far?.send(text('late\n')).catch(() => undefined);
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        check(!decode(value).includes('late'), 'a byte came after closing');
      }
    },
  },
  {
    name: 'rejects a write after it was closed, with an Error',
    async run(rig) {
      const link = await rig.open();
      await link.close();
      const outcome = await link.write(text('x\n')).then(
        () => 'written',
        (error: unknown) => (error instanceof Error ? 'error' : 'not an Error'),
      );
      check(outcome === 'error', `the write ended as: ${outcome}`);
    },
  },
  {
    name: 'is lost when the board is unplugged in mid-line: the stream ends, the reason is told',
    async run(rig) {
      const link = await rig.open();
      await rig.far?.send(text('s,1,20,0.5*4'));
      const reader = link.readable.getReader();
      check(!(await reader.read()).done, 'ended before it was unplugged');
      await rig.unplug();
      let last = new Uint8Array();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        last = new Uint8Array(value);
      }
      check(last.at(-1) !== 10, 'the last bytes end with a whole line');
      const end = await link.closed;
      check(end.reason === 'lost', `ended as ${end.reason}`);
      await link.close();
      const outcome = await link.write(text('x\n')).then(
        () => 'written',
        () => 'rejected',
      );
      check(outcome === 'rejected', 'a lost link took a write');
    },
  },
  {
    name: 'can be opened again after it was closed and after it was lost',
    async run(rig) {
      const first = await rig.open();
      await first.close();
      const second = await rig.open();
      await rig.far?.send(text('two'));
      await take(second, 3);
      await rig.unplug();
      await second.closed;
      const third = await rig.open();
      await rig.far?.send(text('three'));
      check((await take(third, 5)).length >= 5, 'the third link is silent');
      await third.close();
    },
  },
  {
    name: 'leaves the link alone that was opened after it had ended',
    async run(rig) {
      const first = await rig.open();
      await first.close();
      const second = await rig.open();
      const outcome = await first.write(text('stray\n')).then(
        () => 'written',
        () => 'rejected',
      );
      check(outcome === 'rejected', 'an ended link wrote into the next one');
      await first.close();
      await rig.far?.send(text('still here\n'));
      check((await take(second, 11)).length >= 11, 'closing it again ended the next one');
      await second.close();
    },
  },
  {
    name: 'is closed when its reader cancels the stream',
    async run(rig) {
      const link = await rig.open();
      await link.readable.cancel();
      const end = await link.closed;
      check(end.reason === 'closed', `ended as ${end.reason}`);
    },
  },
];

/** For links whose other end is ours. */
export const FAR_END_CASES: readonly LinkCase[] = [
  {
    name: 'keeps the order of bytes sent one at a time',
    async run(rig) {
      const link = await rig.open();
      const sent = counting(300);
      const far = farEnd(rig);
      const sending = (async () => {
        for (const byte of sent) await far.send(Uint8Array.of(byte));
      })();
      checkSame(await take(link, sent.length), sent);
      await sending;
      await link.close();
    },
  },
  {
    name: 'keeps the order of chunks of 64 KiB',
    async run(rig) {
      const link = await rig.open();
      const sent = counting(4 * 65_536);
      const far = farEnd(rig);
      const sending = (async () => {
        for (let at = 0; at < sent.length; at += 65_536) {
          await far.send(sent.subarray(at, at + 65_536));
        }
      })();
      checkSame(await take(link, sent.length), sent);
      await sending;
      await link.close();
    },
  },
  {
    name: 'hands over writes in order, also those that did not wait for each other',
    async run(rig) {
      const link = await rig.open();
      const far = farEnd(rig);
      const before = (await far.received(0)).length;
      const lines = Array.from({ length: 50 }, (_, index) => `ping,${index}\n`);
      const writes = lines.map((line) => link.write(text(line)));
      const whole = lines.join('');
      const received = await far.received(before + whole.length);
      check(decode(received.subarray(before)) === whole, 'the writes arrived changed');
      await Promise.all(writes);
      await link.close();
    },
  },
  {
    name: 'lets what was written just before closing leave',
    async run(rig) {
      const link = await rig.open();
      const far = farEnd(rig);
      const before = (await far.received(0)).length;
      const writing = Promise.all([link.write(text('stop,')), link.write(text('1\n'))]);
      await link.close();
      await writing;
      check(
        decode((await far.received(before + 7)).subarray(before)) === 'stop,1\n',
        'it was lost',
      );
    },
  },
];

/** Reads until at least `count` bytes have come, then lets the stream go. */
async function take(link: Link, count: number): Promise<Uint8Array> {
  const reader = link.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`the stream ended after ${length} of ${count} bytes`);
    chunks.push(value);
    length += value.length;
  }
  reader.releaseLock();
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function farEnd(rig: LinkRig): FarEnd {
  if (rig.far === null) throw new Error('this rig has no other end');
  return rig.far;
}

/** Bytes whose order can be told: 251 is prime, so no power of two repeats. */
function counting(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index % 251);
}

function checkSame(actual: Uint8Array, expected: Uint8Array): void {
  check(actual.length === expected.length, `${actual.length} bytes instead of ${expected.length}`);
  const wrong = actual.findIndex((byte, index) => byte !== expected[index]);
  check(wrong === -1, `byte ${wrong} differs`);
}

function check(condition: boolean, words: string): void {
  if (!condition) throw new Error(words);
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
