/** Which of the person's labels says what an event was. */
import { LABEL_REACH_MS, type TimeSpan } from './scores.ts';

/** A stretch of one channel: an event, or what is labelled. */
export interface Stretch extends TimeSpan {
  readonly channel: number;
}

/** The labels that reach a stretch, as far as labels reach. */
export function labelsAt<Label extends Stretch>(
  labels: readonly Label[],
  { channel, fromMs, toMs }: Stretch,
): readonly Label[] {
  return labels.filter(
    (label) =>
      label.channel === channel &&
      label.fromMs <= toMs + LABEL_REACH_MS &&
      label.toMs >= fromMs - LABEL_REACH_MS,
  );
}

/**
 * The label of an event's very stretch, else the nearest of those that reach it; of several as near
 * the newest, which stands last.
 */
export function labelOn<Label extends Stretch>(
  labels: readonly Label[],
  event: Stretch,
): Label | null {
  let found: Label | null = null;
  let nearestMs = Number.POSITIVE_INFINITY;
  for (const label of labelsAt(labels, event)) {
    const awayMs = awayFrom(label, event);
    if (awayMs > nearestMs) continue;
    found = label;
    nearestMs = awayMs;
  }
  return found;
}

/** Less than nothing for the same stretch, 0 where they overlap, else ms between them. */
function awayFrom(label: TimeSpan, { fromMs, toMs }: TimeSpan): number {
  if (label.fromMs === fromMs && label.toMs === toMs) return -1;
  return Math.max(0, label.fromMs - toMs, fromMs - label.toMs);
}
