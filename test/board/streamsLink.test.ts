import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/board/link.ts';
import { streamsLink } from '../../src/board/streamsLink.ts';
import { FAR_END_CASES, LINK_CASES, type LinkRig } from './linkContract.ts';

/** Two streams as the page would transfer them, and the board behind them. */
function streamsInMemory() {
  let incoming: ReadableStreamDefaultController<Uint8Array> | null = null;
  let ended = false;
  let written: number[] = [];
  let onWritten: (() => void) | null = null;
  const open = (): Link => {
    ended = false;
    return streamsLink({
      readable: new ReadableStream({
        start(controller) {
          incoming = controller;
        },
        cancel() {
          ended = true;
        },
      }),
      writable: new WritableStream({
        write(bytes) {
          written = [...written, ...bytes];
          onWritten?.();
        },
      }),
    });
  };
  const rig: LinkRig = {
    async open() {
      return open();
    },
    async unplug() {
      ended = true;
      incoming?.close();
    },
    far: {
      async send(bytes) {
        if (!ended) incoming?.enqueue(bytes);
      },
      async received(atLeast) {
        while (written.length < atLeast) {
          await new Promise<void>((resolve) => {
            onWritten = resolve;
          });
        }
        return Uint8Array.from(written);
      },
    },
  };
  return { rig, fail: (error: Error) => incoming?.error(error) };
}

describe('a link over transferred streams keeps the contract of links', () => {
  for (const { name, run } of [...LINK_CASES, ...FAR_END_CASES]) {
    it(name, async () => {
      await run(streamsInMemory().rig);
    });
  }
});

describe('streams that the page holds the other ends of', () => {
  it('ends as lost, without an error, when the page’s stream fails', async () => {
    const { rig, fail } = streamsInMemory();
    const link = await rig.open();
    const reader = link.readable.getReader();
    const reading = reader.read();
    fail(new Error('The device has been lost.'));
    expect(await reading).toMatchObject({ done: true });
    expect(await link.closed).toMatchObject({
      reason: 'lost',
      detail: expect.stringContaining('The device has been lost.'),
    });
  });

  it('tells the page that the link was closed, even if nothing was read or written', async () => {
    const told: string[] = [];
    const link = streamsLink({
      readable: new ReadableStream(
        {
          cancel() {
            told.push('cancelled');
          },
        },
        { highWaterMark: 0 },
      ),
      writable: new WritableStream({
        close() {
          told.push('closed');
        },
      }),
    });
    await link.close();
    expect(told.sort()).toEqual(['cancelled', 'closed']);
  });
});
