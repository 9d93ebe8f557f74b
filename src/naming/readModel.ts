/** Reads model files, of ours and of hostile hands: what is not whole and sound is refused, and why. */
import * as v from 'valibot';
import { adler32 } from './adler32.ts';
import { FEATURES, FEATURES_VERSION, type FeatureName } from './featureTable.ts';
import { MOST_CLASSES } from './growTree.ts';
import type { Model } from './model.ts';
import { FORMAT, fromField, MARK } from './writeModel.ts';

/** Why a file is no model to use. `line` counts from 1. */
export type ModelFault =
  | { readonly code: 'not-a-model' }
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'newer-format'; readonly format: number }
  | { readonly code: 'other-features'; readonly version: number }
  | { readonly code: 'unknown-feature'; readonly name: string }
  | { readonly code: 'cut-off' }
  | { readonly code: 'altered' }
  | { readonly code: 'malformed'; readonly line: number }
  | { readonly code: 'unsound'; readonly what: 'head' | 'classes' | 'trees' };

export type ModelReading =
  | { readonly ok: true; readonly model: Model; readonly hash: string }
  | { readonly ok: false; readonly fault: ModelFault };

/** Letters: as many as 8192 nodes have at most, and more. */
const MOST_LETTERS = 250_000;
const MOST_NAME = 120;

const Whole = v.pipe(v.number(), v.integer());
const Short = v.pipe(Whole, v.minValue(-32768), v.maxValue(32767));
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_NAME));
const distinct = (names: string[]) => new Set(names).size === names.length;

const Head = v.object({
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  features: v.pipe(v.array(v.string()), v.maxLength(127), v.check(distinct)),
  exponents: v.array(v.pipe(Whole, v.minValue(-30), v.maxValue(30))),
  channels: v.pipe(v.array(Name), v.minLength(1), v.maxLength(256)),
});
const Classes = v.pipe(v.array(Name), v.minLength(1), v.maxLength(MOST_CLASSES), v.check(distinct));
const Trees = v.object({
  roots: v.pipe(v.array(v.pipe(Whole, v.minValue(0))), v.minLength(1), v.maxLength(1000)),
  nodes: v.pipe(
    v.array(v.tuple([v.pipe(Whole, v.minValue(0), v.maxValue(126)), Short, Short, Short])),
    v.minLength(1),
    v.maxLength(32767),
  ),
});

const refused = (fault: ModelFault): ModelReading => ({ ok: false, fault });

/** Reads the text of a file; never throws. */
export function readModel(text: string): ModelReading {
  if (!text.startsWith(`${MARK},`)) return refused({ code: 'not-a-model' });
  if (text.length > MOST_LETTERS) return refused({ code: 'too-large', most: MOST_LETTERS });
  const unix = text.replaceAll('\r\n', '\n');
  const [, format = Number.NaN, version = Number.NaN] = numbersOf(unix.split('\n', 1)[0] ?? '');
  if (format > FORMAT) return refused({ code: 'newer-format', format });
  if (version !== FEATURES_VERSION) return refused({ code: 'other-features', version });
  const end = /\nz,([0-9a-f]{8})\n$/.exec(unix);
  if (!end) return refused({ code: 'cut-off' });
  const [last, hash = ''] = end;
  const body = unix.slice(0, unix.length - last.length + 1);
  if (adler32(body) !== hash) return refused({ code: 'altered' });
  return read(body.slice(0, -1).split('\n'), hash);
}

function read(lines: readonly string[], hash: string): ModelReading {
  const found = {
    scales: [] as string[][],
    channels: [] as (string | null)[],
    classes: [] as (string | null)[],
    leaves: [] as number[],
    roots: [] as number[],
    nodes: [] as number[][],
  };
  const counts = { f: Number.NaN, c: Number.NaN, lb: 0 };
  for (const [at, line] of lines.entries()) {
    const [kind = '', ...fields] = line.split(',');
    const numbers = numbersOf(line).slice(1);
    switch (kind) {
      case 's':
        found.scales = fields.map((field) => field.split(':'));
        break;
      case 'k':
        found.channels = fields.map(fromField);
        break;
      case 't':
        found.classes = fields.map(fromField);
        break;
      case 'f':
      case 'c':
      case 'lb':
        counts[kind] = numbers[0] ?? Number.NaN;
        break;
      case 'l':
        found.leaves.push(...numbers);
        break;
      case 'r':
        found.roots.push(...numbers);
        break;
      case 'n':
        if (numbers.length !== 4) return refused({ code: 'malformed', line: at + 1 });
        found.nodes.push(numbers);
        break;
      default:
        if (at > 0) return refused({ code: 'malformed', line: at + 1 });
    }
  }
  const head = v.safeParse(Head, {
    confidence: numbersOf(lines[0] ?? '')[3],
    features: found.scales.map(([name]) => name),
    exponents: found.scales.map(([, exponent]) => wholeOf(exponent ?? '')),
    channels: found.channels,
  });
  if (!head.success || counts.f !== found.scales.length || counts.lb !== 0) {
    return refused({ code: 'unsound', what: 'head' });
  }
  const classes = v.safeParse(Classes, found.classes);
  const areLeavesInOrder = found.leaves.every((leaf, at) => leaf === at);
  if (!classes.success || counts.c !== found.classes.length) {
    return refused({ code: 'unsound', what: 'classes' });
  }
  const trees = v.safeParse(Trees, { roots: found.roots, nodes: found.nodes });
  if (!trees.success || !areLeavesInOrder || found.leaves.length !== counts.c) {
    return refused({ code: 'unsound', what: 'trees' });
  }
  const { roots, nodes } = trees.output;
  if (!areSound(roots, nodes, counts.f, counts.c)) {
    return refused({ code: 'unsound', what: 'trees' });
  }
  const features: FeatureName[] = [];
  for (const name of head.output.features) {
    const known = FEATURES.find((feature) => feature.name === name);
    if (!known) return refused({ code: 'unknown-feature', name: name.slice(0, MOST_NAME) });
    features.push(known.name);
  }
  const { confidence, exponents, channels } = head.output;
  return {
    ok: true,
    hash,
    model: {
      features,
      exponents: Int8Array.from(exponents),
      channels,
      classes: classes.output,
      confidence,
      forest: {
        roots: Int32Array.from(roots),
        feature: Int8Array.from(nodes, ([feature]) => feature),
        value: Int16Array.from(nodes, ([, value]) => value),
        left: Int16Array.from(nodes, ([, , left]) => left),
        right: Int16Array.from(nodes, ([, , , right]) => right),
      },
    },
  };
}

/** Whether each way through the trees goes forward and ends at a class. */
function areSound(
  roots: readonly number[],
  nodes: readonly (readonly [number, number, number, number])[],
  features: number,
  classes: number,
): boolean {
  const isChild = (at: number, child: number) =>
    child > 0 ? at + child < nodes.length : child < 0 && -1 - child < classes;
  return (
    roots.every((root) => root < nodes.length) &&
    nodes.every(
      ([feature, , left, right], at) =>
        feature < Math.max(1, features) && isChild(at, left) && isChild(at, right),
    )
  );
}

const numbersOf = (line: string): number[] => line.split(',').map(wholeOf);

/** A plain decimal; NaN for anything else. */
const wholeOf = (text: string): number =>
  /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
