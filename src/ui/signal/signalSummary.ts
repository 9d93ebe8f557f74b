/** What a strip shows, in words, for people who do not see them. */
import type { Channel } from '../../analysis/messages/findings.ts';
import type { View } from '../../analysis/messages/viewMessages.ts';
import { counted, formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { learningWords } from '../learningWords.ts';
import { isolated } from '../OutsideText.tsx';

interface StripLooks {
  readonly paused: boolean;
  /** Limits that the person typed; null = the axis follows the signal. */
  readonly yLimits: { readonly min: number; readonly max: number } | null;
}

/** How long the samples in view are: a session that has just begun does not fill its window. */
const seenMs = ({ fromMs, toMs, extent }: View): number =>
  Math.min(toMs, extent?.toMs ?? toMs) - fromMs;

export function signalSummary(
  channel: Channel,
  view: View | null,
  index: number,
  looks: StripLooks,
): string {
  const name = `Signal of ${isolated(channel.name)}`;
  const data = view?.channels[index];
  if (!view || !data?.latest) return `${name}: no sample yet.`;
  const now = withUnit(formatMeasured(data.latest.value), isolated(channel.unit));
  const alarms = data.marks.reduce((sum, mark) => sum + mark.alarms, 0);
  const parts = [
    `${name}: now ${now}`,
    counted(data.marks.filter((mark) => mark.outlier).length, 'outlier'),
    counted(alarms, 'alarm'),
  ];
  for (const cause of ['drift', 'rhythm'] as const) {
    const raised = data[cause].length;
    if (raised > 0) parts.push(`${raised} of them by ${cause}`);
  }
  parts.push(`${data.collective.length} collective in view`);
  if (data.learning) {
    const { learned, needed, leftMs } = data.learning;
    parts.push(learningWords(learned, needed, leftMs));
  }
  const { yLimits, paused } = looks;
  const span = `${formatClock(view.fromMs)} to ${formatClock(view.toMs)}`;
  parts.push(paused ? `paused at ${span}` : `live, the last ${formatDuration(seenMs(view))}`);
  if (yLimits) {
    parts.push(`y from ${formatMeasured(yLimits.min)} to ${formatMeasured(yLimits.max)}`);
  }
  const rawFromMs = view.extent?.rawFromMs ?? null;
  if (rawFromMs !== null && rawFromMs > view.fromMs) {
    parts.push(`before ${formatClock(rawFromMs)} only the overview is left`);
  }
  return `${parts.join(', ')}.`;
}
