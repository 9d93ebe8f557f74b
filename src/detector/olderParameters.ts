/**
 * Parameters kept under rules 2, on boards, in settings and in files: what still means the same is
 * taken over, what meant something else becomes the default, and both are said.
 */
import {
  checkParameter,
  DEFAULT_PARAMETERS,
  NUMERIC_PARAMETERS,
  PARAMETER_NAMES,
  type ParameterName,
  type Parameters,
} from './parameters.ts';

/** The names that rules 2 did not have. */
const NEW_NAMES: readonly ParameterName[] = ['least', 'drift', 'rhythm', 'season', 'bins'];
/** T was this by default, and is now five periods. */
const OLDER_MEAN_GAP = 500;

/** A value that did not come through as it was. */
export interface ConvertedParameter {
  readonly parameter: ParameterName;
  readonly was: unknown;
  readonly now: Parameters[ParameterName];
  /** Why, for the screen. */
  readonly sentence: string;
}

export interface OlderParameters {
  readonly parameters: Parameters;
  /** In table order; empty when nothing was lost. */
  readonly converted: readonly ConvertedParameter[];
}

/** Whether a stored set is of rules 2: it names none of what is new. */
export function isOfRules2(stored: Readonly<Record<string, unknown>>): boolean {
  return NEW_NAMES.every((name) => stored[name] === undefined);
}

/**
 * Reads a set of rules 2. What it does not name is the default; what was the same as the default of
 * its time is the present default, and is not said unless it changes what is judged.
 */
export function convertRules2(stored: Readonly<Record<string, unknown>>): OlderParameters {
  const parameters: Record<ParameterName, unknown> = { ...DEFAULT_PARAMETERS };
  const converted: ConvertedParameter[] = [];
  for (const name of PARAMETER_NAMES) {
    const was = stored[name];
    if (was === undefined || NEW_NAMES.includes(name)) continue;
    const why = whyNotKept(name, was);
    if (why === null) {
      parameters[name] = was;
      continue;
    }
    const now = DEFAULT_PARAMETERS[name];
    if (was !== now) converted.push({ parameter: name, was, now, sentence: why });
  }
  return { parameters: parameters as unknown as Parameters, converted };
}

function whyNotKept(name: ParameterName, was: unknown): string | null {
  if (name === 'fatigue') {
    return `Fatigue φ now is the share by which an alarm raises the bar; it meant something else and is ${DEFAULT_PARAMETERS.fatigue} again.`;
  }
  if (name === 'meanGap' && was === OLDER_MEAN_GAP) {
    return 'Mean gap T was 500 ms unless somebody changed it; it now is five periods (0).';
  }
  const fault = checkParameter(name, was);
  if (fault === null) return null;
  const label = name === 'tail' ? 'Tail' : NUMERIC_PARAMETERS[name].label;
  return `${fault.sentence} ${label} is ${DEFAULT_PARAMETERS[name]} again.`;
}
