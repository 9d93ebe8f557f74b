/** All events as CSV (RFC 4180), every number exact. */
import { createDateTimeWriter } from '../../history/csv/dateTime.ts';
import type { AnomalyEvent, Channel } from '../messages/findings.ts';
import { csvRow } from './csvCells.ts';

const HEADER = [
  'id',
  'from',
  'to',
  'channel',
  'unit',
  'peak_value',
  'peak_deviation_sigma',
  'probability',
  'outliers',
  'kind',
  'seen_by',
];

/** What programs that read the file may rely on, whatever the page calls it. */
const SEEN_BY = { browser: 'browser', board: 'board', both: 'browser + board' } as const;

/** One row per event, oldest first; times in UTC (ISO 8601). */
export function eventsCsv(events: readonly AnomalyEvent[], channels: readonly Channel[]): string {
  const clock = createDateTimeWriter();
  const rows = events.map((event) => {
    const channel = channels[event.channel];
    return [
      event.id,
      clock.text(event.fromMs),
      clock.text(event.toMs),
      channel?.name ?? event.channel,
      channel?.unit ?? '',
      event.peakValue,
      event.peakDeviation ?? '',
      event.probability,
      event.outliers,
      event.collective ? 'collective' : 'alarm',
      SEEN_BY[event.by],
    ];
  });
  return [HEADER, ...rows].map(csvRow).join('');
}
