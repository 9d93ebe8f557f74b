/**
 * The lines of boards that run our firmware: `<type>,<field>,…*hh` (firmware/README.md). Samples are
 * read from bytes into a scratch record that the caller keeps; every other line is rare and becomes
 * a message.
 */
import * as v from 'valibot';
import { type ChannelParameters, checkChannelParameters } from '../detector/channelParameters.ts';
import { CAUSES, type Cause } from '../detector/detector.ts';
import { type ConvertedParameter, convertRules2, isOfRules2 } from '../detector/olderParameters.ts';
import { checkParameters, DEFAULT_PARAMETERS, type Parameters } from '../detector/parameters.ts';
import { COMMA, SAMPLE } from './bytes.ts';
import { checkSum } from './checksum.ts';
import { parseCount, parseNumber } from './number.ts';

/** More channels than any board of ours has: a line of 512 bytes could not carry them. */
export const MOST_BOARD_CHANNELS = 32;
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

/** What a build of the firmware can judge and name, beside the level of single samples. */
export const BOARD_ABILITIES = [
  'drift',
  'rhythm',
  'season',
  'together',
  'model',
  'spectrum',
] as const;
export type BoardAbility = (typeof BOARD_ABILITIES)[number];

/** Who a board says it is; what it left out is empty. */
export interface Hello {
  readonly board: string;
  /** Hex, unlike any other board's. */
  readonly id: string;
  readonly sensor: string;
  readonly version: string;
  readonly channels: readonly { readonly name: string; readonly unit: string }[];
  /** Bits of the numbers that it computes with. */
  readonly float: 30 | 32 | 64;
  /** Whether it has saved parameters. */
  readonly saved: boolean;
  /** Of the detector on it; a board that does not say has rules 2. */
  readonly rules: number;
  /** Those of `BOARD_ABILITIES` that it names. */
  readonly can: readonly BoardAbility[];
  /** The largest N that it has memory for; null when it does not say. */
  readonly most: number | null;
  /** Hash of the forest on it; null without one. */
  readonly model: string | null;
  /** Samples that it left out since it started; null when it does not say. */
  readonly skipped: number | null;
}

/** Every line but samples. Channels count from 0; times are the board's. */
export type FirmwareMessage =
  | { readonly type: 'hello'; readonly hello: Hello }
  | ({ readonly type: 'parameters' } & ReadParameters)
  /** What one channel has of its own: all of it. */
  | {
      readonly type: 'own-parameters';
      readonly channel: number;
      readonly own: ChannelParameters;
    }
  | {
      readonly type: 'verdict';
      readonly seq: number;
      readonly timeMs: number;
      readonly channel: number;
      readonly outlier: boolean;
      readonly alarm: boolean;
      readonly collective: boolean;
      /** F(d) of the sample's deviation, 0..1. */
      readonly probability: number;
      /** Of the alarm. */
      readonly cause: Cause;
    }
  /** What a watcher judged against what, with its alarm: in the channel's unit, or in samples. */
  | {
      readonly type: 'watched';
      readonly seq: number;
      readonly channel: number;
      readonly cause: 'drift' | 'rhythm';
      readonly value: number;
      readonly center: number;
      readonly limit: number;
    }
  | {
      readonly type: 'fit';
      readonly seq: number;
      readonly channel: number;
      /** κ; Infinity when all maxima are equal, and then r2 is NaN. */
      readonly shape: number;
      /** λ, in standard deviations. */
      readonly scale: number;
      readonly r2: number;
      /** The signal's, in its unit, as `sigma`. */
      readonly mean: number;
      readonly sigma: number;
    }
  | { readonly type: 'reply'; readonly id: string; readonly reply: Reply }
  /** `skipped`: samples left out since the board started, where the line says so. */
  | { readonly type: 'log'; readonly words: string; readonly skipped: number | null }
  /** A type of line that this page does not know: of a newer board, and no fault. */
  | { readonly type: 'unknown' };

export interface ReadParameters {
  readonly parameters: Parameters;
  /** What meant something else under rules 2; null when they are of the present rules. */
  readonly converted: readonly ConvertedParameter[] | null;
}

/** What a board says of one of its samples. */
export type VerdictMessage = Extract<FirmwareMessage, { type: 'verdict' }>;
export type WatchedMessage = Extract<FirmwareMessage, { type: 'watched' }>;

/** `code` is of the table in firmware/README.md; `parameter` is empty when it is about none. */
export type Reply =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly parameter: string;
      readonly words: string;
    };

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
    case 'l':
      return readLog(rest.join(','));
    default:
      return /^[a-z]$/.test(type ?? '') && type !== 's' ? { type: 'unknown' } : null;
  }
}

const helloSchema = v.object({
  protocol: v.literal('1'),
  firmware: v.literal('tidemark'),
  version: v.optional(v.string(), ''),
  board: v.optional(v.string(), ''),
  id: v.optional(v.string(), ''),
  sensor: v.optional(v.string(), ''),
  channels: v.pipe(v.string(), v.minLength(1)),
  float: v.optional(v.picklist(['30', '32', '64']), '32'),
  saved: v.optional(v.picklist(['0', '1']), '0'),
  rules: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), '2'),
  can: v.optional(v.string(), ''),
  most: v.optional(v.string(), ''),
  model: v.optional(v.string(), ''),
  skipped: v.optional(v.string(), ''),
});

const FLOATS = { '30': 30, '32': 32, '64': 64 } as const;

const countOrNull = (text: string): number | null =>
  /^\d{1,15}$/.test(text) ? Number(text) : null;

function readHello(pairs: readonly string[]): FirmwareMessage | null {
  const read = v.safeParse(helloSchema, record(pairs));
  if (!read.success) return null;
  const { board, id, sensor, version, model } = read.output;
  const can = read.output.can.split(';');
  const channels = read.output.channels.split(';').map((channel) => {
    const [name = '', unit = ''] = channel.split(':');
    return { name, unit };
  });
  if (channels.length > MOST_BOARD_CHANNELS || channels.some(({ name }) => name === ''))
    return null;
  return {
    type: 'hello',
    hello: {
      board,
      id,
      sensor,
      version,
      channels,
      float: FLOATS[read.output.float],
      saved: read.output.saved === '1',
      rules: Number(read.output.rules),
      can: BOARD_ABILITIES.filter((ability) => can.includes(ability)),
      most: countOrNull(read.output.most),
      model: model === '' || model === 'none' ? null : model,
      skipped: countOrNull(read.output.skipped),
    },
  };
}

const decimal = v.pipe(v.number(), v.finite());
const tail = v.picklist(['both', 'upper', 'lower']);
/** Those that rules 2 had, too. */
const rules2Schema = v.object({
  gamma: decimal,
  delta: decimal,
  maxima: decimal,
  outliers: decimal,
  meanGap: decimal,
  period: decimal,
  block: decimal,
  memory: decimal,
  fatigue: decimal,
  tail,
});
const parametersSchema = v.object({
  ...rules2Schema.entries,
  least: decimal,
  drift: decimal,
  rhythm: decimal,
  season: decimal,
  bins: decimal,
});
const { period: _, ...overridable } = parametersSchema.entries;
const ownSchema = v.partial(v.object({ ...overridable, judge: v.picklist([0, 1]) }));

/** A small board does not name what it cannot: it does without. */
const UNNAMED = { ...DEFAULT_PARAMETERS, drift: 0, rhythm: 0, season: 0, least: 0 };

/**
 * All parameters from `name=value` pairs, those of rules 2 converted; null when one that both rules
 * have is missing, or one cannot be.
 */
export function readParameters(pairs: readonly string[]): ReadParameters | null {
  const named = values(record(pairs));
  if (isOfRules2(named)) {
    const read = v.safeParse(rules2Schema, named);
    return read.success ? convertRules2(read.output) : null;
  }
  const read = v.safeParse(parametersSchema, { ...UNNAMED, ...named });
  if (!read.success || checkParameters(read.output) !== null) return null;
  return { parameters: read.output, converted: null };
}

function readOwnParameters([place = '', ...pairs]: readonly string[]): FirmwareMessage | null {
  const channel = countOrNull(place.slice('ch='.length));
  const named = values(record(pairs));
  const read = v.safeParse(ownSchema, named);
  if (channel === null || !read.success || checkChannelParameters(named) !== null) return null;
  const own = read.output as ChannelParameters;
  return { type: 'own-parameters', channel, own };
}

/** Numbers where they are numbers; what is not is left as it is, for the check. */
function values(pairs: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pairs).map(([name, text]) => [
      name,
      name === 'tail' || text.trim() === '' ? text : Number(text),
    ]),
  );
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

/** Fields of the form `name=value` by their names. */
export function record(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const sign = pair.indexOf('=');
      return sign < 0 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
    }),
  );
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
