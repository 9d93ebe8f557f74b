/** All events as CSV (RFC 4180), every number exact. */
import { type AlarmBook, isAcknowledged, noteOn, shelfAt } from '../../alarms/alarmBook.ts';
import { labelOn } from '../../detector/labelOn.ts';
import { createDateTimeWriter } from '../../history/csv/dateTime.ts';
import type { AnomalyEvent, Channel } from '../messages/findings.ts';
import type { Label } from '../messages/studyMessages.ts';
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
  'acknowledged',
  'shelved',
  'note',
  'class',
];

/** What programs that read the file may rely on, whatever the page calls it. */
const SEEN_BY = { browser: 'browser', board: 'board', both: 'browser + board' } as const;

/** One row per event, in their order; times in UTC (ISO 8601). `shelved` is the reason for it, `class` the person's name. */
export function eventsCsv(
  events: readonly AnomalyEvent[],
  channels: readonly Channel[],
  book: AlarmBook,
  labels: readonly Label[],
): string {
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
      event.cause === 'level' ? (event.collective ? 'collective' : 'alarm') : event.cause,
      SEEN_BY[event.by],
      isAcknowledged(book, event) ? 'yes' : '',
      shelfAt(book, event.channel, event.toMs)?.reason ?? '',
      noteOn(book, event),
      labelOn(labels, event)?.name ?? '',
    ];
  });
  return [HEADER, ...rows].map(csvRow).join('');
}
