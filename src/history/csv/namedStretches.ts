/** Names that stand beside the samples of our own files, as stretches of a channel. */
import type { RecordedLabel } from '../../protocol/hostLine.ts';

export interface NamedStretches {
  /** What a sample of the channel is called; empty for nothing. */
  take(channel: number, name: string, timeMs: number): void;
  /** No more samples, or they belong together no longer. */
  end(): void;
}

/** @param found is told of each stretch when it is over */
export function createNamedStretches(found: (label: RecordedLabel) => void): NamedStretches {
  const open = new Map<number, RecordedLabel>();

  function close(channel: number): void {
    const label = open.get(channel);
    if (label) found(label);
    open.delete(channel);
  }

  return {
    take(channel, name, timeMs) {
      const its = open.get(channel);
      if (its && its.name !== name) close(channel);
      if (name === '') return;
      const fromMs = open.get(channel)?.fromMs ?? timeMs;
      open.set(channel, { channel, fromMs, toMs: timeMs, name });
    },
    end() {
      for (const channel of [...open.keys()]) close(channel);
    },
  };
}
