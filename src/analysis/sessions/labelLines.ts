/** How a recording is told which stretches the person has labelled since, and which no longer are. */
import type { HostLine, RecordedLabel } from '../../protocol/hostLine.ts';

export function labelLines(
  before: readonly RecordedLabel[],
  after: readonly RecordedLabel[],
  timeMs: number,
): HostLine[] {
  const without = (ones: readonly RecordedLabel[], others: readonly RecordedLabel[]) => {
    const known = new Set(others.map(keyWithName));
    return ones.filter((label) => !known.has(keyWithName(label)));
  };
  return [
    ...without(before, after).map((label) => ({ type: 'unlabel', timeMs, ...label }) as const),
    ...without(after, before).map((label) => ({ type: 'label', timeMs, ...label }) as const),
  ];
}

const keyWithName = (label: RecordedLabel): string => `${labelKey(label)},${label.name}`;

/** The same for the same stretch of the same channel. */
export function labelKey({ channel, fromMs, toMs }: RecordedLabel): string {
  return `${channel},${fromMs},${toMs}`;
}
