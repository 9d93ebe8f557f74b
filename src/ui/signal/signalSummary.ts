/** What a strip shows, in words, for people who do not see them. */
import type { Channel } from '../../analysis/messages/findings.ts';
import type { View } from '../../analysis/messages/viewMessages.ts';
import { formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { learningWords } from '../learningWords.ts';
import { isolated } from '../OutsideText.tsx';
import { SUMMARY_WORDS } from './plotWords.ts';

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
  const name = isolated(channel.name);
  const data = view?.channels[index];
  if (!view || !data?.latest) return SUMMARY_WORDS.noSample(name);
  const now = withUnit(formatMeasured(data.latest.value), isolated(channel.unit));
  const alarms = data.marks.reduce((sum, mark) => sum + mark.alarms, 0);
  const parts = [
    SUMMARY_WORDS.now(name, now),
    SUMMARY_WORDS.outliers(data.marks.filter((mark) => mark.outlier).length),
    SUMMARY_WORDS.alarms(alarms),
  ];
  for (const cause of ['drift', 'rhythm'] as const) {
    const raised = data[cause].length;
    if (raised > 0) parts.push(SUMMARY_WORDS[cause](raised));
  }
  parts.push(SUMMARY_WORDS.collective(data.collective.length));
  if (data.learning) {
    const { learned, needed, leftMs } = data.learning;
    parts.push(learningWords(learned, needed, leftMs));
  }
  const { yLimits, paused } = looks;
  parts.push(
    paused
      ? SUMMARY_WORDS.paused(formatClock(view.fromMs), formatClock(view.toMs))
      : SUMMARY_WORDS.live(formatDuration(seenMs(view))),
  );
  if (yLimits) {
    parts.push(SUMMARY_WORDS.yLimits(formatMeasured(yLimits.min), formatMeasured(yLimits.max)));
  }
  const rawFromMs = view.extent?.rawFromMs ?? null;
  if (rawFromMs !== null && rawFromMs > view.fromMs) {
    parts.push(SUMMARY_WORDS.overview(formatClock(rawFromMs)));
  }
  return `${parts.join(', ')}.`;
}
