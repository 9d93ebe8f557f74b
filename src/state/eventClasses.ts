/** The names that events can have, and how each looks. Pure. */
import * as v from 'valibot';
import { SIGNAL_COLOURS } from '../analysis/messages/findings.ts';
import { NOT_AN_ANOMALY, TRUE_ANOMALY } from '../detector/scores.ts';
import { MOST_CLASSES } from '../naming/growTree.ts';

export const CLASS_SHAPES = [
  'disc',
  'square',
  'triangle',
  'diamond',
  'plus',
  'ring',
  'wedge',
  'bars',
] as const;
export type ClassShape = (typeof CLASS_SHAPES)[number];

const MOST_CLASS_CHARACTERS = 40;

const classSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_CLASS_CHARACTERS)),
  /** Which of the colours of signals. */
  colour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SIGNAL_COLOURS - 1)),
  shape: v.picklist(CLASS_SHAPES),
});

export const classesSchema = v.pipe(v.array(classSchema), v.maxLength(MOST_CLASSES));

/** One of the names that events are given. The first nine of the list have the keys 1 to 9. */
export type EventClass = v.InferOutput<typeof classSchema>;

/** There are always these two: what they mean, scores and suggestions know. */
const FIXED = [TRUE_ANOMALY, NOT_AN_ANOMALY];

export const FIRST_CLASSES: readonly EventClass[] = [
  { name: TRUE_ANOMALY, colour: 0, shape: 'disc' },
  { name: NOT_AN_ANOMALY, colour: 4, shape: 'ring' },
];

export type ClassFault =
  | { readonly code: 'no-name' }
  | { readonly code: 'too-long'; readonly most: number }
  /** `name` as the other class writes it. */
  | { readonly code: 'taken'; readonly name: string }
  | { readonly code: 'too-many'; readonly most: number }
  /** It cannot be renamed, merged into another or deleted. */
  | { readonly code: 'fixed'; readonly name: string };

/** As it is kept and compared: one space at a time, none at the ends, letters composed. */
export const asClassName = (typed: string): string =>
  typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Why a class cannot be called so; null when it can. @param name as `asClassName` gives it */
export function faultOfName(name: string, others: readonly EventClass[]): ClassFault | null {
  if (name === '') return { code: 'no-name' };
  if (name.length > MOST_CLASS_CHARACTERS) return { code: 'too-long', most: MOST_CLASS_CHARACTERS };
  const same = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  return same ? { code: 'taken', name: same.name } : null;
}

export function faultOfFixed(name: string): ClassFault | null {
  return FIXED.includes(name) ? { code: 'fixed', name } : null;
}

/** A new class that looks like none of the others, as long as there are looks left. */
export function newClass(name: string, others: readonly EventClass[]): EventClass {
  const place = others.length;
  const free = <Look>(looks: readonly Look[], taken: (one: EventClass) => Look): Look | undefined =>
    looks.find((look) => others.every((other) => taken(other) !== look));
  const colours = Array.from({ length: SIGNAL_COLOURS }, (_, colour) => colour);
  return {
    name,
    colour: free(colours, ({ colour }) => colour) ?? place % SIGNAL_COLOURS,
    shape:
      free(CLASS_SHAPES, ({ shape }) => shape) ??
      CLASS_SHAPES[place % CLASS_SHAPES.length] ??
      'disc',
  };
}

/** The person's own, and behind them those that only names in a recording speak of. */
export function knownClasses(
  own: readonly EventClass[],
  named: Iterable<string>,
): readonly EventClass[] {
  const known = [...own];
  const names = new Set(own.map(({ name }) => name));
  for (const name of named) {
    if (names.has(name)) continue;
    names.add(name);
    known.push(newClass(name, known));
  }
  return known.length === own.length ? own : known;
}
