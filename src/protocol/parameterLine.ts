/** The `p` lines: what a board judges by, all of it or one channel's own. */
import * as v from 'valibot';
import { type ChannelParameters, checkChannelParameters } from '../detector/channelParameters.ts';
import { convertRules2, isOfRules2 } from '../detector/olderParameters.ts';
import { checkParameters, DEFAULT_PARAMETERS } from '../detector/parameters.ts';
import type { FirmwareMessage, ReadParameters } from './firmwareMessages.ts';
import { countOrNull, record } from './namedFields.ts';

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

/** What one channel has of its own, from `ch=` and pairs; null when something is wrong with it. */
export function readOwnParameters([
  place = '',
  ...pairs
]: readonly string[]): FirmwareMessage | null {
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
