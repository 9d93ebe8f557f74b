/**
 * The firmware for a board with a few kilobytes of heap, made from the same source files as for any
 * other board. Pure.
 *
 * What is too big there is compiling, not running: MicroPython holds the parse tree of a whole
 * module, and every new name for ever. So the modules become one program in one name space, cut
 * into pieces that are compiled one after the other: a statement of a module or a method of a class
 * each. Names that the board does not know already become ones that it does, and constants become
 * their values. Nothing else is changed.
 */
import { minifyPython } from './minifyPython.ts';
import { type LogicalLine, logicalLines } from './pythonSource.ts';

export interface SmallBoardProgram {
  /** A module that compiles the pieces when it is imported; then call its `run()`. */
  readonly loader: string;
  /** Each piece after a line with the number of its characters. */
  readonly pieces: string;
}

/** A line that begins a statement, and those below it that belong to it. */
type Statement = readonly [LogicalLine, ...LogicalLine[]];

const KEYWORDS = new Set(
  `False None True and as assert break class continue def del elif else except finally for from
  global if import in is lambda nonlocal not or pass raise return try while with yield`.split(
    /\s+/,
  ),
);
const STRING = /[rbu]{0,2}(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/;
const NUMBER = /\d[\d.]*(?:[eE][+-]?\d+)?\w*/;
const TOKEN = new RegExp(`${STRING.source}|[A-Za-z_]\\w*|${NUMBER.source}|\\s+|.`, 'gs');
const NAME = /^[A-Za-z_]\w*$/;
/** A string, or whole numbers as far as MicroPython folds them into one. */
const CONSTANT = new RegExp(`^(_?[A-Z][A-Z_\\d]*) = (${STRING.source}|[\\d\\s()<*+-]+)$`, 's');
const IMPORT = /^(?:from|import) (\w+)/;
const METHOD = '_method';

/**
 * @param modules source of each module by its name, each after those that it needs; together they
 *   define `run`. What they do when imported must not call their own functions.
 * @param known names that the board holds in flash, the best to use first.
 * @param piecesPath where the board will find the pieces.
 */
export function smallBoardProgram(
  modules: Readonly<Record<string, string>>,
  known: readonly string[],
  piecesPath: string,
): SmallBoardProgram {
  const constants = new Map<string, string>();
  const pieces: string[] = [];
  for (const source of Object.values(modules)) {
    for (const statement of statementsOf(logicalLines(minifyPython(source)))) {
      const [, name, value] = CONSTANT.exec(statement[0].text) ?? [];
      const imported = IMPORT.exec(statement[0].text)?.[1];
      if (name !== undefined && value !== undefined) {
        constants.set(name, / /.test(value) ? `(${value})` : value);
      } else if (imported === undefined || !Object.hasOwn(modules, imported)) {
        pieces.push(...piecesOf(statement));
      }
    }
  }
  const inlined = withoutUnused(
    compilingOrder(pieces).map((piece) => replaceNames(piece, constants)),
  );
  const shorter = namesOnBoard([...inlined, 'run'], known);
  return {
    loader: loaderOf(piecesPath, shorter.get('run') ?? 'run'),
    pieces: inlined
      .map((piece) => replaceNames(piece, shorter))
      .map((piece) => `${piece.length}\n${piece}`)
      .join(''),
  };
}

/**
 * Line numbers are left out of what is compiled: they would be those of a piece. The stack is as
 * short as the heap, so the program runs when nothing of this does any more.
 */
function loaderOf(piecesPath: string, run: string): string {
  return `import gc
import micropython
micropython.opt_level(3)
text = {}
with open("${piecesPath}") as file:
 while True:
  size = file.readline()
  if not size:
   break
  exec(file.read(int(size)), text)
  gc.collect()
run = text["${run}"]
del file, size, text
`;
}

function statementsOf(lines: readonly LogicalLine[]): Statement[] {
  const statements: Array<[LogicalLine, ...LogicalLine[]]> = [];
  for (const line of lines) {
    const last = statements.at(-1);
    if (last && (line.indent > 0 || /^(?:elif|else|except|finally)\b/.test(line.text))) {
      last.push(line);
    } else {
      statements.push([line]);
    }
  }
  return statements;
}

/**
 * What runs at once in the modules' order, then the functions, the largest first: each piece has
 * less room than the one before, and they need nothing of what they name before they run.
 */
function compilingOrder(pieces: readonly string[]): string[] {
  const functions = pieces.filter((piece) => piece.startsWith('def '));
  const others = pieces.filter((piece) => !piece.startsWith('def '));
  return [...others, ...functions.sort((a, b) => b.length - a.length)];
}

/** Without the functions and classes that no other piece names; the last is kept. */
function withoutUnused(pieces: readonly string[]): string[] {
  const words = pieces.map((piece) => new Set(piece.match(TOKEN)));
  const kept = pieces.filter((piece, i) => {
    const name = /^(?:def|class) (\w+)/.exec(piece)?.[1];
    if (name === undefined || name === METHOD || name === 'run') return true;
    return words.some((found, at) => at !== i && found.has(name));
  });
  return kept.length === pieces.length ? kept : withoutUnused(kept);
}

function dedented(lines: readonly LogicalLine[]): LogicalLine[] {
  return lines.map((line) => ({ ...line, indent: line.indent - 1 }));
}

/** A class becomes an empty one and, one by one, its methods. */
function piecesOf(statement: Statement): string[] {
  const [header, ...body] = statement;
  const name = /^class (\w+)/.exec(header.text)?.[1];
  if (name === undefined) return [textOf(statement)];
  const methods = statementsOf(dedented(body));
  const plain = methods.filter(([first]) => !first.text.startsWith('def '));
  const inClass = plain.length > 0 ? plain.flat() : [{ ...header, indent: 0, text: 'pass' }];
  const pieces = [textOf([header, ...inClass.map((line) => ({ ...line, indent: 1 }))])];
  for (const method of methods) {
    const [first, ...rest] = method;
    const own = /^def (\w+)/.exec(first.text)?.[1];
    if (own === undefined) continue;
    const text = first.text.replace(own, METHOD);
    pieces.push(`${textOf([{ ...first, text }, ...rest])}${name}.${own}=${METHOD}\n`);
  }
  return pieces;
}

function textOf(lines: readonly LogicalLine[]): string {
  return lines
    .map(({ indent, text }) => `${' '.repeat(indent)}${text.replaceAll('\n', ' ')}\n`)
    .join('');
}

/** Other names for those in the pieces that the board would have to keep in its heap. */
function namesOnBoard(pieces: readonly string[], known: readonly string[]): Map<string, string> {
  const uses = new Map<string, number>();
  for (const piece of pieces) {
    const tokens = piece.match(TOKEN) ?? [];
    for (const [i, token] of tokens.entries()) {
      if (!NAME.test(token) || KEYWORDS.has(token)) continue;
      // Attributes and calls are in the compiled code by name, local variables are not.
      const byName = tokens[i - 1] === '.' || tokens[i + 1] === '(';
      uses.set(token, (uses.get(token) ?? 0) + (byName ? 1 : 0.01));
    }
  }
  const free = known.filter((name) => !uses.has(name) && !name.startsWith('__'));
  const names = new Map<string, string>();
  for (const [name] of [...uses].sort(([, a], [, b]) => b - a)) {
    const other = known.includes(name) ? undefined : free.shift();
    if (other !== undefined) names.set(name, other);
  }
  return names;
}

/** With names replaced, and without the blanks that part nothing. */
function replaceNames(piece: string, names: ReadonlyMap<string, string>): string {
  return piece
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      const tokens = line.slice(indent.length).match(TOKEN) ?? [];
      let text = '';
      for (const [i, token] of tokens.entries()) {
        const parts = /\w$/.test(text) && /^\w/.test(tokens[i + 1] ?? '');
        if (/^\s+$/.test(token)) text += parts ? ' ' : '';
        else text += names.get(token) ?? token;
      }
      return indent + text;
    })
    .join('\n');
}
