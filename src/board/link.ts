/**
 * A link to a board: bytes in, bytes out. A real port, the virtual board and a replay look the same
 * from here on; nobody above knows which it is.
 */
export interface Link {
  /** Plays a recording back: the arrival times stand among its lines. */
  readonly replays?: boolean;
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
  readonly overruns: number;
  readonly framing: number;
}
