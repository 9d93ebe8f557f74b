/** How a recording is told which stretches the person has labelled since, and which no longer are. */
import type { HostLine, RecordedLabel } from '../../protocol/hostLine.ts';

export function labelLines(
  before: readonly RecordedLabel[],
  after: readonly RecordedLabel[],
  timeMs: number,
): HostLine[] {
  const without = (ones: readonly RecordedLabel[], others: readonly RecordedLabel[]) =>
    ones.filter((label) => !others.some((other) => sameLabel(label, other)));
  return [
    ...without(before, after).map((label) => ({ type: 'unlabel', timeMs, ...label }) as const),
    ...without(after, before).map((label) => ({ type: 'label', timeMs, ...label }) as const),
  ];
}

const sameLabel = (a: RecordedLabel, b: RecordedLabel) =>
  a.channel === b.channel && a.fromMs === b.fromMs && a.toMs === b.toMs;
