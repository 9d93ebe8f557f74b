/**
 * The lines of boards that run our firmware: `<type>,<field>,…*hh` (firmware/README.md). Samples are
 * read from bytes into a scratch record that the caller keeps; every other line is rare and becomes
 * a message.
 */
import { CAUSES, type Cause } from '../detector/detector.ts';
import { COMMA, SAMPLE } from './bytes.ts';
import { checkSum } from './checksum.ts';
import type { FirmwareMessage } from './firmwareMessages.ts';
import { MOST_BOARD_CHANNELS, readHello } from './helloLine.ts';
import { parseCount, parseNumber } from './number.ts';
import { readOwnParameters, readParameters } from './parameterLine.ts';

/** Sequence numbers wrap here. */
export const SEQUENCE_MODULUS = 2 ** 30;

/** The newest sample line; overwritten by each. */
export interface SampleLine {
  seq: number;
  /** Board time, ms. */
  timeMs: number;
  /** The first `count` are this sample's. May be NaN or infinite. */
  readonly values: Float64Array;
  count: number;
}

/** A scratch record for `readFirmwareLine`. */
export const createSampleLine = (): SampleLine => ({
  seq: 0,
  timeMs: 0,
  values: new Float64Array(MOST_BOARD_CHANNELS),
  count: 0,
});

/** Why a line was dropped. */
export type Rejection =
  /** Does not end in `*hh`: noise, a boot message, or the rest of a broken line. */
  | 'unsummed'
  /** The sum is wrong: some of it was changed on the way. */
  | 'sum'
  /** The sum is right and the content is not: another version, or a wrong field. */
  | 'malformed';

/** What became of a line. */
export type FirmwareReading =
  /** A sample; it stands in the scratch record. */
  'sample' | Rejection | FirmwareMessage;

const decoder = new TextDecoder();

/** Reads one line in `bytes[from..to)`; never throws. A sample goes into `sample`. */
export function readFirmwareLine(
  bytes: Uint8Array,
  from: number,
  to: number,
  sample: SampleLine,
): FirmwareReading {
  const sum = checkSum(bytes, from, to);
  if (sum !== 'right') return sum;
  const end = to - 3;
  if (bytes[from] === SAMPLE && bytes[from + 1] === COMMA) {
    return readSample(bytes, from + 2, end, sample) ? 'sample' : 'malformed';
  }
  const fields = decoder.decode(bytes.subarray(from, end)).split(',');
  return readMessage(fields) ?? 'malformed';
}

function readSample(bytes: Uint8Array, from: number, to: number, sample: SampleLine): boolean {
  let start = from;
  let field = 0;
  for (let i = from; i <= to; i++) {
    if (i < to && bytes[i] !== COMMA) continue;
    if (field === 0) {
      sample.seq = parseCount(bytes, start, i);
      if (sample.seq < 0 || sample.seq >= SEQUENCE_MODULUS) return false;
    } else {
      const value = parseNumber(bytes, start, i);
      if (value === null) return false;
      if (field === 1) {
        if (!Number.isFinite(value) || value < 0) return false;
        sample.timeMs = value;
      } else {
        if (field - 2 >= MOST_BOARD_CHANNELS) return false;
        sample.values[field - 2] = value;
      }
    }
    field++;
    start = i + 1;
  }
  sample.count = field - 2;
  return sample.count >= 1;
}

function readMessage(fields: readonly string[]): FirmwareMessage | null {
  const [type, ...rest] = fields;
  switch (type) {
    case 'h':
      return readHello(rest);
    case 'p': {
      if (rest[0]?.startsWith('ch=')) return readOwnParameters(rest);
      const read = readParameters(rest);
      return read && { type: 'parameters', ...read };
    }
    case 'e':
      return readVerdict(rest);
    case 'f':
      return readFit(rest);
    case 'r':
      return readReply(rest);
    case 'w':
      return readWatched(rest);
    case 'n':
      return readNamed(rest);
    case 'm':
      return readModelHash(rest);
    case 'l':
      return readLog(rest.join(','));
    default:
      return /^[a-z]$/.test(type ?? '') && type !== 's' ? { type: 'unknown' } : null;
  }
}

function readVerdict(fields: readonly string[]): FirmwareMessage | null {
  const [seq, timeMs, channel, probability] = numbers(fields, [0, 1, 2, 4]);
  const kind = fields[3] ?? '';
  const cause = fields.length === 5 ? 'level' : causeOfLetter(fields[5]);
  if (fields.length < 5 || fields.length > 6 || !/^(?=.)o?a?c?$/.test(kind)) return null;
  if (!isCount(seq) || !isCount(channel) || !Number.isFinite(timeMs)) return null;
  if (probability === undefined || timeMs === undefined || Number.isNaN(probability)) return null;
  if (cause === null) return null;
  return {
    type: 'verdict',
    seq,
    timeMs,
    channel,
    outlier: kind.includes('o'),
    alarm: kind.includes('a'),
    collective: kind.includes('c'),
    probability,
    cause,
  };
}

/** Null when it is none. */
const causeOfLetter = (letter: string | undefined): Cause | null =>
  CAUSES.find((cause) => cause !== 'level' && cause[0] === letter) ?? null;

function readWatched(fields: readonly string[]): FirmwareMessage | null {
  const [seq, channel, value, center, limit] = numbers(fields, [0, 1, 3, 4, 5]);
  const cause = causeOfLetter(fields[2]);
  if (fields.length !== 6 || !isCount(seq) || !isCount(channel)) return null;
  if (cause === null || cause === 'level') return null;
  if (value === undefined || center === undefined || limit === undefined) return null;
  return { type: 'watched', seq, channel, cause, value, center, limit };
}

function readNamed(fields: readonly string[]): FirmwareMessage | null {
  const [seq, channel, share] = numbers(fields, [0, 1, 3]);
  if (fields.length !== 4 || !isCount(seq) || !isCount(channel)) return null;
  if (share === undefined || !(share >= 0 && share <= 1)) return null;
  const name = fields[2] === '?' ? null : decoded(fields[2] ?? '');
  if (name === '' || name === undefined) return null;
  return { type: 'named', seq, channel, name, share };
}

/** As a model's file has it; undefined where that is no text. */
function decoded(field: string): string | undefined {
  try {
    return decodeURIComponent(field);
  } catch {
    return undefined;
  }
}

function readModelHash([hash = '', ...others]: readonly string[]): FirmwareMessage | null {
  if (others.length > 0 || !/^([0-9a-f]{8}|none)$/.test(hash)) return null;
  return { type: 'model', hash: hash === 'none' ? null : hash };
}

function readLog(words: string): FirmwareMessage {
  const said = /^skipped=(\d{1,15})$/.exec(words);
  return { type: 'log', words, skipped: said ? Number(said[1]) : null };
}

function readFit(fields: readonly string[]): FirmwareMessage | null {
  const [seq, channel, shape, scale, r2, mean, sigma] = numbers(fields, [0, 1, 2, 3, 4, 5, 6]);
  if (fields.length !== 7 || !isCount(seq) || !isCount(channel)) return null;
  if (shape === undefined || scale === undefined || r2 === undefined) return null;
  if (mean === undefined || sigma === undefined) return null;
  // A degenerate fit has shape inf and r2 nan; nothing else may be missing.
  if (Number.isNaN(shape) || !Number.isFinite(scale + mean + sigma)) return null;
  return { type: 'fit', seq, channel, shape, scale, r2, mean, sigma };
}

function readReply(fields: readonly string[]): FirmwareMessage | null {
  const [id, outcome, code = '', parameter = '', ...words] = fields;
  if (id === undefined) return null;
  if (outcome === 'ok' && fields.length === 2) return { type: 'reply', id, reply: { ok: true } };
  if (outcome !== 'error' || code === '') return null;
  return {
    type: 'reply',
    id,
    reply: { ok: false, code, parameter, words: words.join(',') },
  };
}

const encoder = new TextEncoder();

function numbers(fields: readonly string[], at: readonly number[]): (number | undefined)[] {
  return at.map((i) => {
    const bytes = encoder.encode(fields[i] ?? '');
    return parseNumber(bytes, 0, bytes.length) ?? undefined;
  });
}

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0;
