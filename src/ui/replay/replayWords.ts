import type { ReplayState } from '../../board/replayControl.ts';

/** The state of a replay in words, where a board's state would stand. */
export function replayWords({ playing, pace, ended }: ReplayState): string {
  if (ended) return 'replay at its end';
  if (!playing) return 'replay paused';
  return pace === 'at-once' ? 'replaying all of it…' : `replaying at ${pace}×`;
}
