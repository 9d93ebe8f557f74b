/**
 * What one person hands to another: parameters, a view, a virtual board. It comes from outside, in a
 * link or a file, and is believed only after a check.
 */
import * as v from 'valibot';
import type { OwnParameters } from '../analysis/messages/judgingMessages.ts';
import type { VirtualBoard } from '../board/source.ts';
import { MACHINES } from '../board/virtualMachines.ts';
import { type ChannelParameters, checkChannelParameters } from '../detector/channelParameters.ts';
import { type ConvertedParameter, convertRules2, isOfRules2 } from '../detector/olderParameters.ts';
import {
  checkParameter,
  NUMERIC_PARAMETER_NAMES,
  PARAMETER_NAMES,
  type Parameters,
  TAILS,
} from '../detector/parameters.ts';
import { FIT_TABS, PLOT_LAYOUTS, type ViewState, WINDOW_CHOICES } from './viewStore.ts';

export interface Setup {
  /** Those that are named; the others stay as they are. */
  readonly parameters: Partial<Parameters>;
  readonly own: OwnParameters;
  readonly view: Partial<Pick<ViewState, 'window' | 'layout' | 'fitTab'>>;
  readonly virtual: Required<VirtualBoard> | null;
  /** What was kept under rules 2 and now means something else. */
  readonly converted: readonly ConvertedParameter[];
}

export type SetupFault =
  /** A later version has written it. */
  | { readonly code: 'newer' }
  | { readonly code: 'not-json'; readonly detail: string }
  /** Nothing of it is a parameter. */
  | { readonly code: 'nothing' }
  | { readonly code: 'unknown-name'; readonly name: string }
  /** What the value must be is said where a rule of the detector says it; else empty. */
  | {
      readonly code: 'value';
      readonly name: string;
      readonly value: string;
      readonly must: string;
    };

export type SetupReading =
  | { readonly ok: true; readonly setup: Setup }
  | { readonly ok: false; readonly fault: SetupFault };

const MOST_CHANNELS = 256;
const MOST_SEED = 2 ** 31 - 1;

/** Whether one value may be what a parameter is; the detector's own sentence where it may not. */
function parameterSchema(name: keyof Parameters) {
  return v.rawCheck<unknown>(({ dataset, addIssue }) => {
    const fault = checkParameter(name, dataset.value);
    if (fault) addIssue({ message: fault.sentence });
  });
}

const numbers = Object.fromEntries(
  NUMERIC_PARAMETER_NAMES.map((name) => [
    name,
    v.optional(v.pipe(v.unknown(), parameterSchema(name))),
  ]),
);

const ownSchema = v.pipe(
  v.record(v.string(), v.record(v.string(), v.union([v.number(), v.picklist(TAILS)]))),
  v.check((own) => Object.keys(own).length <= MOST_CHANNELS, ''),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const channel of Object.values(dataset.value)) {
      const fault = checkChannelParameters(channel);
      if (fault) addIssue({ message: fault.sentence });
      const unknown = Object.keys(channel).find(
        (name) => name !== 'judge' && !PARAMETER_NAMES.some((known) => known === name),
      );
      if (unknown !== undefined) addIssue({ message: '' });
    }
  }),
);

const NO_SENTENCE = '';

const setupSchema = v.strictObject({
  ...numbers,
  tail: v.optional(v.pipe(v.unknown(), parameterSchema('tail'))),
  channels: v.optional(ownSchema),
  window: v.optional(v.picklist(WINDOW_CHOICES, NO_SENTENCE)),
  layout: v.optional(v.picklist(PLOT_LAYOUTS, NO_SENTENCE)),
  fit: v.optional(v.picklist(FIT_TABS, NO_SENTENCE)),
  machine: v.optional(v.picklist(MACHINES, NO_SENTENCE)),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_SEED))),
});

/** Reads named values: of a link, of a file. */
export function readSetup(named: Readonly<Record<string, unknown>>): SetupReading {
  const read = v.safeParse(setupSchema, named);
  if (!read.success) return { ok: false, fault: faultOf(read.issues[0]) };
  const { channels, window, layout, fit, machine, seed } = read.output;
  const older = isOfRules2(named) && named.fatigue !== undefined ? convertRules2(named) : null;
  const given = PARAMETER_NAMES.filter((name) => named[name] !== undefined);
  const values = older?.parameters ?? (named as Partial<Parameters>);
  const setup: Setup = {
    parameters: Object.fromEntries(given.map((name) => [name, values[name]])),
    own: (channels ?? {}) as Record<string, ChannelParameters>,
    view: {
      ...(window && { window }),
      ...(layout && { layout }),
      ...(fit && { fitTab: fit }),
    },
    virtual: machine ? { machine, seed: seed ?? 1 } : null,
    converted: older?.converted ?? [],
  };
  return isEmpty(setup) ? { ok: false, fault: { code: 'nothing' } } : { ok: true, setup };
}

function isEmpty({ parameters, own, view, virtual }: Setup): boolean {
  return (
    virtual === null && [parameters, own, view].every((part) => Object.keys(part).length === 0)
  );
}

function faultOf(issue: v.BaseIssue<unknown>): SetupFault {
  const name = String(issue.path?.[0]?.key ?? '');
  if (issue.type === 'strict_object') return { code: 'unknown-name', name };
  const given = issue.path?.[0]?.value;
  const value = typeof given === 'string' ? given : (JSON.stringify(given) ?? '');
  const must = issue.type === 'raw_check' ? issue.message : '';
  return { code: 'value', name, value: value.slice(0, 60), must };
}
