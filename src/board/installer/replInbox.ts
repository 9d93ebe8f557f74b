/** What a board at its REPL has said and nobody has read yet, and waiting for more of it. */

/** Timers, given in: a test's, or the worker's own. */
export interface Clock {
  nowMs(): number;
  /** Runs `task` once, later; the function it returns calls that off. */
  after(ms: number, task: () => void): () => void;
}

/** A board that prints without end must not fill the memory: only the newest is kept. */
const KEPT_BYTES = 64 * 1024;

export interface ReplInbox {
  push(bytes: Uint8Array): void;
  /** Nothing more will come. */
  end(): void;
  ended(): boolean;
  /**
   * Everything up to and with `mark`, one character a byte. Null when it has not come within
   * `withinMs`, however much else came meanwhile, or when nothing more will come.
   */
  until(mark: string, withinMs: number): Promise<string | null>;
  /** The next bytes, exactly so many; null as above. */
  take(count: number, withinMs: number): Promise<string | null>;
  /** How many bytes wait. */
  waiting(): number;
  /** Forgets what waits. */
  clear(): void;
}

export function createReplInbox(clock: Clock): ReplInbox {
  let text = '';
  let over = false;
  let wake: () => void = () => undefined;

  /** Cuts off what `length` asks for, as soon as it asks for something. */
  async function cut(length: () => number, withinMs: number): Promise<string | null> {
    const deadlineMs = clock.nowMs() + withinMs;
    for (;;) {
      const count = length();
      if (count > 0) {
        const found = text.slice(0, count);
        text = text.slice(count);
        return found;
      }
      const leftMs = deadlineMs - clock.nowMs();
      if (over || leftMs <= 0) return null;
      await new Promise<void>((resolve) => {
        const callOff = clock.after(leftMs, resolve);
        wake = () => {
          callOff();
          resolve();
        };
      });
    }
  }

  return {
    push(bytes) {
      let added = '';
      for (const byte of bytes) added += String.fromCharCode(byte);
      text = (text + added).slice(-KEPT_BYTES);
      wake();
    },
    end() {
      over = true;
      wake();
    },
    ended: () => over,
    until: (mark, withinMs) =>
      cut(() => {
        const at = text.indexOf(mark);
        return at < 0 ? 0 : at + mark.length;
      }, withinMs),
    take: (count, withinMs) => cut(() => (text.length >= count ? count : 0), withinMs),
    waiting: () => text.length,
    clear() {
      text = '';
    },
  };
}
