/** What the person calls each sample of a channel, as the samples come. */
import type { Label } from '../messages/studyMessages.ts';

/** Times must not go backwards. The class of the newest label that reaches there; empty without one. */
export type ClassAt = (timeMs: number) => string;

export function createClassAt(labels: readonly Label[], channel: number): ClassAt {
  const its = labels
    .filter((label) => label.channel === channel)
    .map((label, age) => ({ ...label, age }))
    .sort((a, b) => a.fromMs - b.fromMs);
  let next = 0;
  let open: typeof its = [];
  return (timeMs) => {
    for (let label = its[next]; label && label.fromMs <= timeMs; label = its[next]) {
      open = [...open, label].sort((a, b) => a.age - b.age);
      next += 1;
    }
    if (open.length === 0) return '';
    if (open.some(({ toMs }) => toMs < timeMs)) open = open.filter(({ toMs }) => toMs >= timeMs);
    return open.at(-1)?.name ?? '';
  };
}
