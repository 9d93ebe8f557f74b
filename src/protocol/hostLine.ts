/**
 * The lines that the host adds to a recording of the serial line, in the same checked form and of
 * types that no board uses: capital letters (src/history/README.md).
 */
import { type AlarmAct, MOST_CHARACTERS } from '../alarms/act.ts';
import { TRUE_ANOMALY } from '../detector/scores.ts';
import { VERSION } from '../version.ts';
import { ARRIVAL, COMMA } from './bytes.ts';
import { checkedFields, checkedLine, checkSum } from './checksum.ts';
import type { ReadParameters } from './firmwareMessages.ts';
import { formatParameters } from './formatLine.ts';
import { record } from './namedFields.ts';
import { parseNumber } from './number.ts';
import { readParameters } from './parameterLine.ts';

/** Of the format; a reader refuses a newer one. */
const FORMAT_VERSION = '1';
/** Before the version: nothing but a recording begins so. */
export const RECORDING_BEGINS = 'H,tidemark=';
/** So that no host line is longer than a line may be, whatever a person types. */
const MAX_NAME_CHARACTERS = 80;
const MAX_COMMAND_BYTES = 400;
/** The years 1 to 9999: what every clock and calendar here can show. */
const EARLIEST_MS = -62_135_596_800_000;
export const LATEST_MS = 253_402_300_799_999;

/** Who is at the other end of the link that begins here. */
export interface RecordedLink {
  /** `foreign`: any other sketch; the lines that follow are not checked ones. */
  readonly kind: 'tidemark' | 'foreign';
  /** In words for people: `Raspberry Pi Pico`, `virtual board`, the name of an imported file. */
  readonly board: string;
  /** Host time at which this was written, ms since the epoch. */
  readonly startedMs: number;
}

/** What a recording holds up to here; times as in `RecordedLink`. */
export interface RecordingSummary {
  readonly timeMs: number;
  readonly samples: number;
  readonly lost: number;
  readonly anomalies: number;
  /** Nothing follows: the session was ended, not cut off. */
  readonly closed: boolean;
  /** What the person called it; else empty. */
  readonly name: string;
}

/** Times are the host's, ms since the epoch. */
export type HostLine =
  | ({ readonly type: 'link' } & RecordedLink)
  /** When the lines that follow arrived. */
  | { readonly type: 'arrival'; readonly timeMs: number }
  /** What the browser's detector uses from here on. */
  | ({ readonly type: 'judging' } & Pick<ReadParameters, 'parameters'> &
      Partial<Pick<ReadParameters, 'converted'>>)
  /** The link ended here, or the program at its end. */
  | { readonly type: 'break'; readonly timeMs: number; readonly why: string }
  /** The browser's detector forgot what it had learned, before the next sample. */
  | { readonly type: 'restart'; readonly timeMs: number }
  /** The person had the channels of a sketch forgotten; an older reader takes it for a restart. */
  | { readonly type: 'forget-channels'; readonly timeMs: number }
  /** A line sent to the board, without its end. */
  | { readonly type: 'command'; readonly timeMs: number; readonly line: string }
  /** The person says what this stretch of a channel was, or takes that back. */
  | ({ readonly type: 'label' | 'unlabel'; readonly timeMs: number } & RecordedLabel)
  /** What the person did about an alarm. */
  | { readonly type: 'alarm'; readonly act: AlarmAct }
  | ({ readonly type: 'summary' } & RecordingSummary);

/** A moment has both ends the same. */
export interface RecordedLabel {
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** What it was; a line that says none means `TRUE_ANOMALY`. */
  readonly name: string;
}

/** Whether a file with these first bytes is a recording, maybe of another version or a broken one. */
export function beginsAsRecording(head: Uint8Array): boolean {
  return [...RECORDING_BEGINS].every((letter, at) => head[at] === letter.charCodeAt(0));
}

/** One line with its sum and its end. */
export function formatHostLine(line: HostLine): string {
  switch (line.type) {
    case 'link': {
      const { startedMs, kind, board } = line;
      const name = asField(board.slice(0, MAX_NAME_CHARACTERS));
      return checkedLine(
        `${RECORDING_BEGINS}${FORMAT_VERSION},started=${startedMs},kind=${kind},board=${name},by=${VERSION}`,
      );
    }
    case 'arrival':
      return checkedLine(`T,${line.timeMs}`);
    case 'judging':
      return formatParameters('J', line.parameters);
    case 'break':
      return checkedLine(`B,${line.timeMs},${asField(line.why)}`);
    case 'restart':
      return checkedLine(`R,${line.timeMs}`);
    case 'forget-channels':
      return checkedLine(`R,${line.timeMs},channels`);
    case 'command':
      return checkedLine(`C,${line.timeMs},${clip(line.line, MAX_COMMAND_BYTES)}`);
    case 'label':
    case 'unlabel': {
      const { type, timeMs, channel, fromMs, toMs, name } = line;
      const said = name === TRUE_ANOMALY ? '' : `,${asField(name.slice(0, MAX_NAME_CHARACTERS))}`;
      return checkedLine(`N,${timeMs},${type},${channel},${fromMs},${toMs}${said}`);
    }
    case 'alarm':
      return checkedLine(`N,${alarmFields(line.act).join(',')}`);
    case 'summary': {
      const { timeMs, samples, lost, anomalies, closed } = line;
      const name = asField(line.name.slice(0, MAX_NAME_CHARACTERS));
      return checkedLine(
        `Z,${timeMs},samples=${samples},lost=${lost},anomalies=${anomalies},closed=${closed ? 1 : 0},name=${name}`,
      );
    }
    default:
      return line satisfies never;
  }
}

const TYPES = new Set([...'HTJBRCNZ'].map((letter) => letter.charCodeAt(0)));

/** Whether the line that begins at `from` may be one of the host's: two bytes are looked at. */
export function looksLikeHostLine(bytes: Uint8Array, from: number): boolean {
  return bytes[from + 1] === COMMA && TYPES.has(bytes[from] ?? 0);
}

/** Reads `bytes[from..to)`, without its end; null when it is no whole line of the host. */
export function readHostLine(bytes: Uint8Array, from: number, to: number): HostLine | null {
  if (!looksLikeHostLine(bytes, from)) return null;
  if (bytes[from] === ARRIVAL) return readArrival(bytes, from, to);
  const [type, ...fields] = checkedFields(bytes, from, to) ?? [];
  const [first = '', ...rest] = fields;
  if (type === 'H') return readLink(record(fields));
  if (type === 'J') {
    const read = readParameters(fields);
    return read && { type: 'judging', ...read };
  }
  const timeMs = moment(first);
  if (timeMs === null) return null;
  switch (type) {
    case 'B':
      return { type: 'break', timeMs, why: fromField(rest[0] ?? '') };
    case 'R':
      return { type: rest[0] === 'channels' ? 'forget-channels' : 'restart', timeMs };
    case 'C':
      return { type: 'command', timeMs, line: rest.join(',') };
    case 'N': {
      const act = readAlarm(timeMs, rest);
      return act ? { type: 'alarm', act } : readLabel(timeMs, rest);
    }
    case 'Z':
      return readSummary(timeMs, record(rest));
    default:
      return null;
  }
}

/** There may be as many of these as samples: no string is made. */
function readArrival(bytes: Uint8Array, from: number, to: number): HostLine | null {
  if (checkSum(bytes, from, to) !== 'right') return null;
  const timeMs = parseNumber(bytes, from + 2, to - 3);
  return timeMs !== null && isMoment(timeMs) ? { type: 'arrival', timeMs } : null;
}

function readLink(pairs: Readonly<Record<string, string>>): HostLine | null {
  const startedMs = moment(pairs.started ?? '');
  const { kind } = pairs;
  if (pairs.tidemark !== FORMAT_VERSION || startedMs === null) return null;
  if (kind !== 'tidemark' && kind !== 'foreign') return null;
  return { type: 'link', startedMs, kind, board: fromField(pairs.board ?? '') };
}

function readLabel(timeMs: number, fields: readonly string[]): HostLine | null {
  const [type, ...rest] = fields;
  if (type !== 'label' && type !== 'unlabel') return null;
  const channel = number(rest[0] ?? '');
  const fromMs = moment(rest[1] ?? '');
  const toMs = moment(rest[2] ?? '');
  if (channel === null || fromMs === null || toMs === null) return null;
  const name = fromField(rest[3] ?? '') || TRUE_ANOMALY;
  return { type, timeMs, channel, fromMs, toMs, name };
}

function alarmFields(act: AlarmAct): readonly (string | number)[] {
  const { atMs, kind } = act;
  switch (kind) {
    case 'acknowledge':
      return [atMs, kind, act.channel, act.fromMs, act.toMs];
    case 'acknowledge-all':
      return [atMs, kind, act.upToMs];
    case 'shelve':
      return [atMs, kind, act.channel, act.untilMs, asField(act.reason.slice(0, MOST_CHARACTERS))];
    case 'unshelve':
      return [atMs, kind, act.channel];
    case 'note': {
      const text = asField(act.text.slice(0, MOST_CHARACTERS));
      return [atMs, kind, act.channel, act.fromMs, act.toMs, text];
    }
    default:
      return act satisfies never;
  }
}

function readAlarm(atMs: number, [kind, ...fields]: readonly string[]): AlarmAct | null {
  const [channel, fromMs, toMs] = [
    number(fields[0] ?? ''),
    moment(fields[1] ?? ''),
    moment(fields[2] ?? ''),
  ];
  if (kind === 'acknowledge-all') {
    const upToMs = moment(fields[0] ?? '');
    return upToMs === null ? null : { kind, atMs, upToMs };
  }
  if (channel === null) return null;
  if (kind === 'unshelve') return { kind, atMs, channel };
  if (fromMs === null) return null;
  if (kind === 'shelve') {
    return { kind, atMs, channel, untilMs: fromMs, reason: fromField(fields[2] ?? '') };
  }
  if (toMs === null) return null;
  const stretch = { channel, fromMs, toMs };
  if (kind === 'acknowledge') return { kind, atMs, ...stretch };
  return kind === 'note' ? { kind, atMs, ...stretch, text: fromField(fields[3] ?? '') } : null;
}

function readSummary(timeMs: number, pairs: Readonly<Record<string, string>>): HostLine | null {
  const samples = number(pairs.samples ?? '');
  const lost = number(pairs.lost ?? '');
  const anomalies = number(pairs.anomalies ?? '');
  if (samples === null || lost === null || anomalies === null) return null;
  const name = fromField(pairs.name ?? '');
  return {
    type: 'summary',
    timeMs,
    samples,
    lost,
    anomalies,
    closed: pairs.closed === '1',
    name,
  };
}

function number(text: string): number | null {
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A time of the host's clock; null for none, and for what no calendar knows. */
function moment(text: string): number | null {
  const timeMs = number(text);
  return timeMs !== null && isMoment(timeMs) ? timeMs : null;
}

function isMoment(timeMs: number): boolean {
  return timeMs >= EARLIEST_MS && timeMs <= LATEST_MS;
}

/** Commas and ends of lines cannot stand in a field. */
function asField(text: string): string {
  return text.replace(
    /[%,\r\n]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function fromField(text: string): string {
  return text.replace(/%(25|2c|0d|0a)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function clip(text: string, maxBytes: number): string {
  const oneLine = text.replace(/[\r\n]/g, ' ');
  const bytes = new TextEncoder().encode(oneLine);
  return bytes.length <= maxBytes ? oneLine : new TextDecoder().decode(bytes.subarray(0, maxBytes));
}
