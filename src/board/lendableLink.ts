import type { Link, LinkEnd } from './link.ts';

/** A link that its reader can lose for a while: to the installer, which needs the line alone. */
export interface LendableLink {
  /** For the usual reader. While the line is lent nothing arrives, and what it writes is dropped. */
  readonly link: Link;
  /** Lends the line. @returns null when it is lent already. */
  lend(onBytes: (bytes: Uint8Array) => void): Loan | null;
}

export interface Loan {
  write(bytes: Uint8Array): Promise<void>;
  readonly closed: Promise<LinkEnd>;
  giveBack(): void;
}

export function lendableLink(whole: Link): LendableLink {
  let taker: ((bytes: Uint8Array) => void) | null = null;
  const lent = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      if (taker) taker(bytes);
      else controller.enqueue(bytes);
    },
  });
  return {
    link: {
      readable: whole.readable.pipeThrough(lent),
      closed: whole.closed,
      write: async (bytes) => {
        if (!taker) await whole.write(bytes);
      },
      close: () => whole.close(),
    },
    lend(onBytes) {
      if (taker) return null;
      taker = onBytes;
      return {
        write: (bytes) => whole.write(bytes),
        closed: whole.closed,
        giveBack() {
          if (taker === onBytes) taker = null;
        },
      };
    },
  };
}
