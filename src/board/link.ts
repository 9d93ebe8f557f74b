/**
 * A link to a board: bytes in, bytes out. A real port, the virtual board and a replay look the same
 * from here on; nobody above knows which it is.
 */
export interface Link {
  /** Bytes as they arrive. Ends when the link is closed or lost; never errors. */
  readonly readable: ReadableStream<Uint8Array>;
  /** Resolves when the bytes were handed over; rejects with an `Error` after the end. */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes; calling it again is harmless. */
  close(): Promise<void>;
  /** Resolves once, when the link has ended for whatever reason. Never rejects. */
  readonly closed: Promise<LinkEnd>;
}

export type LinkEnd =
  | { readonly reason: 'closed' }
  /** The device went away: unplugged, reset, worker died. */
  | { readonly reason: 'lost'; readonly detail: string };

/** Counts of what a link recovered from and read on after. */
export interface LinkErrors {
  /** The browser's buffer was full. */
  readonly overruns: number;
  readonly framing: number;
  readonly parity: number;
  /** The line was held low for longer than a byte. */
  readonly breaks: number;
}

export const NO_LINK_ERRORS: LinkErrors = { overruns: 0, framing: 0, parity: 0, breaks: 0 };

export function addLinkErrors(a: LinkErrors, b: LinkErrors): LinkErrors {
  return {
    overruns: a.overruns + b.overruns,
    framing: a.framing + b.framing,
    parity: a.parity + b.parity,
    breaks: a.breaks + b.breaks,
  };
}
