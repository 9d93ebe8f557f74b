/** All events as CSV (RFC 4180), every number exact. */
import { csvRow } from '../../analysis/files/csvCells.ts';
import type { AnomalyEvent, Channel } from '../../analysis/messages/findings.ts';
import { eventKind, seenBy } from './eventWords.ts';

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

/** One row per event, oldest first; times in UTC (ISO 8601). */
export function eventsCsv(events: readonly AnomalyEvent[], channels: readonly Channel[]): string {
  const rows = events.map((event) => {
    const channel = channels[event.channel];
    return [
      event.id,
      new Date(event.fromMs).toISOString(),
      new Date(event.toMs).toISOString(),
      channel?.name ?? event.channel,
      channel?.unit ?? '',
      event.peakValue,
      event.peakDeviation ?? '',
      event.probability,
      event.outliers,
      eventKind(event),
      seenBy(event),
    ];
  });
  return [HEADER, ...rows].map(csvRow).join('');
}
