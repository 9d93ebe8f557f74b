/** What was found in the range, how good that was, and what the person noted. */
import { noteOn } from '../../alarms/alarmBook.ts';
import type { AnomalyEvent, Tally } from '../../analysis/messages/findings.ts';
import { labelOn } from '../../detector/labelOn.ts';
import { isScored } from '../../detector/scores.ts';
import { eventKind, seenBy } from '../anomalies/eventWords.ts';
import { causeSentence, limitsAway, periodMsOf, rarityWords } from '../causeWords.ts';
import { classShown } from '../classNameWords.ts';
import { formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { scoresWords } from '../scoreWords.ts';
import { TERM_WORDS } from '../terms.ts';
import type { ReportSection } from './report.ts';
import type { ReportState } from './reportState.ts';
import { REPORT_WORDS } from './words.ts';

/** More nobody reads on paper; all are in the list's own export. */
const MOST_ROWS = 500;

export function anomalySection(state: ReportState): ReportSection {
  const { board, range } = state;
  const { headings, anomalies: words } = REPORT_WORDS;
  const heading = headings.anomalies;
  const inRange = board.events.filter(({ fromMs, toMs }) => touches({ fromMs, toMs }, range));
  if (inRange.length === 0) return { heading, lines: [words.none] };
  const shown = inRange.slice(-MOST_ROWS);
  const lines = [
    words.count(inRange.length),
    ...(shown.length < inRange.length ? [words.newest(shown.length)] : []),
  ];
  return {
    heading,
    lines,
    table: { head: words.head, rows: shown.map((event) => eventRow(event, state)) },
  };
}

function eventRow(event: AnomalyEvent, state: ReportState): string[] {
  const { board, labels, book, nowMs } = state;
  const { none, lasting, anomalies: words } = REPORT_WORDS;
  const channel = board.channels[event.channel];
  const { cause, judged, peakDeviation: deviation, outliers, fromMs, toMs } = event;
  const periodMs = periodMsOf(board.health);
  const found = toMs > fromMs ? lasting(outliers, formatDuration(toMs - fromMs)) : String(outliers);
  const reason = causeSentence({ cause, judged, deviation, limit: null, periodMs });
  const odd = event.odd === null ? '' : ` (${nameOf(state, event.odd)})`;
  return [
    formatClock(fromMs, nowMs),
    `${nameOf(state, event.channel)}${odd}`,
    withUnit(formatMeasured(event.peakValue), channel?.unit ?? ''),
    judged
      ? words.limits(limitsAway(judged))
      : deviation === null
        ? none
        : `${formatMeasured(deviation, 3)} σ`,
    judged ? none : rarityWords(event.probability),
    outliers === 0 ? none : found,
    `${TERM_WORDS[eventKind(event)]}: ${reason}`,
    seenBy(event),
    classShown(labelOn(labels, event)?.name ?? ''),
    noteOn(book, event),
  ];
}

export function scoresSection({ board, labels }: ReportState): ReportSection {
  const { health } = board;
  const { scores: say } = REPORT_WORDS;
  const scored = health?.scores
    ? `${say.against(labels.filter(isScored).length)} ${scoresWords(health.scores)}.`
    : say.unlabelled;
  const tally = (who: string, { outliers, alarms, collective }: Tally, overMs: number): string =>
    say.tally(who, outliers, alarms, collective, formatDuration(overMs));
  const found = health
    ? [
        tally(say.browser, health.found.browser, health.found.overMs),
        ...(health.found.board ? [tally(say.board, health.found.board, health.found.overMs)] : []),
      ]
    : [];
  return { heading: REPORT_WORDS.headings.scores, lines: [scored, ...found] };
}

export function notesSection(state: ReportState): ReportSection {
  const { book, range, nowMs } = state;
  const { notes: say } = REPORT_WORDS;
  const clock = (timeMs: number): string => formatClock(timeMs, nowMs);
  const noted = book.notes
    .filter((note) => touches(note, range))
    .map(({ fromMs, channel, text }) => ({
      fromMs,
      cells: [clock(fromMs), nameOf(state, channel), say.note, text],
    }));
  const shelved = book.shelves
    .filter(({ fromMs, untilMs }) => touches({ fromMs, toMs: untilMs }, range))
    .map(({ fromMs, untilMs, channel, reason }) => ({
      fromMs,
      cells: [clock(fromMs), nameOf(state, channel), say.shelved(clock(untilMs)), reason],
    }));
  const rows = [...noted, ...shelved].toSorted((a, b) => a.fromMs - b.fromMs);
  const heading = REPORT_WORDS.headings.notes;
  if (rows.length === 0) return { heading, lines: [say.none] };
  return { heading, lines: [], table: { head: say.head, rows: rows.map(({ cells }) => cells) } };
}

function nameOf({ board }: ReportState, channel: number): string {
  return board.channels[channel]?.name ?? REPORT_WORDS.channel(channel + 1);
}

interface Times {
  readonly fromMs: number;
  readonly toMs: number;
}

const touches = (one: Times, range: Times): boolean =>
  one.fromMs <= range.toMs && one.toMs >= range.fromMs;
