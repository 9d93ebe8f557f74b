/** The board's end of a serial line, whatever is behind it. */
export interface FarEnd {
  write(bytes: Uint8Array): void;
  /** Hands what the board says to one reader at a time. */
  onBytes(reader: (bytes: Uint8Array) => void): void;
  stop(): Promise<void>;
}
