/** The whole session in words, for those who do not see its overview. */
import type { Channel } from '../../analysis/messages/findings.ts';
import type { View } from '../../analysis/messages/viewMessages.ts';
import { formatClock } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { OVERVIEW_WORDS } from './plotWords.ts';

/** `The whole session, 13:02:11.0 to 14:02:31.2: 3 alarms (vibration 2, temp 1).` */
export function overviewSummary(whole: View, channels: readonly Channel[]): string {
  const counts = whole.channels.map(({ marks }) =>
    marks.reduce((sum, mark) => sum + mark.alarms, 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const each = counts.flatMap((count, index) =>
    count === 0
      ? []
      : [`${isolated(channels[index]?.name ?? OVERVIEW_WORDS.unnamed(index + 1))} ${count}`],
  );
  const of = each.length > 0 ? ` (${each.join(', ')})` : '';
  return OVERVIEW_WORDS.summary(formatClock(whole.fromMs), formatClock(whole.toMs), total, of);
}
