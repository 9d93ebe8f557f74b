import type { Link, LinkEnd } from '../../src/board/link.ts';

/** A link whose far end is in the test's hand. */
export interface MemoryLink {
  readonly link: Link;
  /** What the host wrote, as text. */
  readonly written: string[];
  /** Bytes from the board. */
  arrive(bytes: Uint8Array | string): void;
  lose(): void;
}

export function createMemoryLink(
  onWrite: (bytes: Uint8Array) => void = () => undefined,
): MemoryLink {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let settle: (end: LinkEnd) => void = () => undefined;
  const closed = new Promise<LinkEnd>((resolve) => {
    settle = resolve;
  });
  const written: string[] = [];
  let ended = false;
  function end(how: LinkEnd): void {
    if (ended) return;
    ended = true;
    controller?.close();
    settle(how);
  }
  return {
    written,
    link: {
      readable: new ReadableStream({
        start(its) {
          controller = its;
        },
      }),
      async write(bytes) {
        if (ended) throw new Error('The link has ended.');
        written.push(new TextDecoder().decode(bytes));
        onWrite(bytes);
      },
      async close() {
        end({ reason: 'closed' });
      },
      closed,
    },
    arrive(bytes) {
      if (ended) return;
      controller?.enqueue(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    },
    lose: () => end({ reason: 'lost', detail: 'unplugged' }),
  };
}
