/**
 * A model as source text that needs nothing else: C as branches, C as arrays, Python. Each names an
 * event by the numbers of the features listed at its head, and gives the share of the trees.
 */
import { FEATURES } from './featureTable.ts';
import type { Model } from './model.ts';
import { asField, wellFormed } from './writeModel.ts';

export const SOURCE_KINDS = ['c-branches', 'c-arrays', 'python'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The text, ASCII. C is C99 and C++; `double` may be `float` where that is what the board has. */
export function forestSource(model: Model, kind: SourceKind): string {
  switch (kind) {
    case 'c-branches':
      return cSource(model, branches(model));
    case 'c-arrays':
      return cSource(model, arrays(model));
    case 'python':
      return pythonSource(model);
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** Comments hold names: nothing in them may end one. */
const said = (name: string): string => asField(name).replaceAll('%20', ' ');

function headOf({ features, classes, channels }: Model): string[] {
  return [
    `Names events of ${channels.map(said).join(', ')}. Made by Tidemark.`,
    'x:',
    ...features.map((name, at) => {
      const { meaning, unit } = FEATURES.find((feature) => feature.name === name) ?? FEATURES[0];
      return `  ${at} ${name}${unit && ` in ${unit}`}: ${meaning}`.replace(/[^ -~]/g, ascii);
    }),
    'classes:',
    ...classes.map((name, its) => `  ${its} ${said(name)}`),
  ];
}

const ascii = (letter: string): string => ({ σ: 'sigma', '²': '^2', '’': "'" })[letter] ?? '?';

function cSource(model: Model, forest: readonly string[]): string {
  const { features, classes, confidence } = model;
  return [
    '/*',
    ...headOf(model).map((line) => ` * ${line}`),
    ' */',
    '',
    'static short tidemark_scaled(double x) {',
    '  long whole;',
    '  if (!(x > -32767.0)) return -32767;',
    '  if (x >= 32767.0) return 32767;',
    '  whole = (long)x;',
    '  return (short)(whole > x ? whole - 1 : whole);',
    '}',
    '',
    ...forest,
    '',
    '/* The class, or -1 for unknown; share: of the trees, for the class most are for. */',
    `int tidemark_name(const double x[${features.length}], double *share) {`,
    `  short scaled[${features.length}];`,
    `  int votes[${classes.length}] = {0};`,
    '  int i, most = 0;',
    ...features.map(
      (_, at) => `  scaled[${at}] = tidemark_scaled(x[${at}] * ${scaleOf(model, at)});`,
    ),
    `  for (i = 0; i < ${model.forest.roots.length}; i++) votes[tidemark_tree(i, scaled)]++;`,
    `  for (i = 1; i < ${classes.length}; i++) if (votes[i] > votes[most]) most = i;`,
    `  *share = votes[most] / ${model.forest.roots.length}.0;`,
    `  return *share >= ${decimal(confidence)} ? most : -1;`,
    '}',
    '',
  ].join('\n');
}

const scaleOf = (model: Model, at: number): string => decimal(2 ** (model.exponents[at] ?? 0));
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : `${value}`);

function branches({ forest }: Model): string[] {
  const { roots, feature, value, left, right } = forest;
  const lines = ['static int tidemark_tree(int tree, const short *x) {', '  switch (tree) {'];
  for (const [tree, root] of roots.entries()) {
    lines.push(`  case ${tree}:`);
    branch(root, '    ');
  }
  return [...lines, '  }', '  return 0;', '}'];

  function branch(at: number, indent: string): void {
    lines.push(`${indent}if (x[${feature[at]}] < ${value[at]}) {`);
    child(at, left[at] ?? -1, `${indent}  `);
    lines.push(`${indent}} else {`);
    child(at, right[at] ?? -1, `${indent}  `);
    lines.push(`${indent}}`);
  }

  function child(at: number, jump: number, indent: string): void {
    if (jump < 0) lines.push(`${indent}return ${-1 - jump};`);
    else branch(at + jump, indent);
  }
}

function arrays({ forest }: Model): string[] {
  const list = (type: string, name: string, values: ArrayLike<number>) =>
    `static const ${type} tidemark_${name}[${values.length}] = {${Array.from(values).join(', ')}};`;
  return [
    list('short', 'roots', forest.roots),
    list('signed char', 'feature', forest.feature),
    list('short', 'value', forest.value),
    '/* From 0 on a jump, else -1 - class. */',
    list('short', 'left', forest.left),
    list('short', 'right', forest.right),
    '',
    'static int tidemark_tree(int tree, const short *x) {',
    '  int at = tidemark_roots[tree], jump;',
    '  for (;;) {',
    '    jump = x[tidemark_feature[at]] < tidemark_value[at] ? tidemark_left[at] : tidemark_right[at];',
    '    if (jump < 0) return -1 - jump;',
    '    at += jump;',
    '  }',
    '}',
  ];
}

function pythonSource(model: Model): string {
  const { forest, features, classes, confidence } = model;
  const list = (name: string, values: ArrayLike<number>) =>
    `${name} = (${Array.from(values, (value) => `${value},`).join(' ')})`;
  return [
    ...headOf(model).map((line) => `# ${line}`),
    'from math import floor',
    '',
    `FEATURES = (${features.map((name) => `"${name}",`).join(' ')})`,
    `CLASSES = (${classes.map((name) => `${pythonText(name)},`).join(' ')})`,
    `SCALES = (${features.map((_, at) => `${scaleOf(model, at)},`).join(' ')})`,
    list('ROOTS', forest.roots),
    list('FEATURE', forest.feature),
    list('VALUE', forest.value),
    '# From 0 on a jump, else -1 - class.',
    list('LEFT', forest.left),
    list('RIGHT', forest.right),
    '',
    '',
    'def name(x):',
    '    """(class or None for unknown, share of the trees) of an event with the numbers x."""',
    '    x = [max(-32767, min(32767, floor(value * scale))) for value, scale in zip(x, SCALES)]',
    '    votes = [0] * len(CLASSES)',
    '    for at in ROOTS:',
    '        jump = 0',
    '        while jump >= 0:',
    '            at += jump',
    '            jump = LEFT[at] if x[FEATURE[at]] < VALUE[at] else RIGHT[at]',
    '        votes[-1 - jump] += 1',
    '    most = votes.index(max(votes))',
    '    share = votes[most] / len(ROOTS)',
    `    return (most if share >= ${decimal(confidence)} else None), share`,
    '',
  ].join('\n');
}

/** As ASCII. JSON’s escapes are Python’s, but for letters beyond 16 bits, which have none in JSON. */
function pythonText(name: string): string {
  const letters = Array.from(wellFormed(name), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '"' || letter === '\\') return `\\${letter}`;
    return code >= 32 && code < 127 ? letter : `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `"${letters.join('')}"`;
}
