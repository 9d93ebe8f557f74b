/** Values as JSON and Python write them: objects, lists, tuples, strings, numbers and their like. */

export type Literal = number | boolean | null | string | readonly Literal[] | LiteralObject;

/** Pairs in their order; the same key may stand twice. */
export interface LiteralObject {
  readonly entries: readonly (readonly [string, Literal])[];
}

const DEEPEST = 20;
const NUMBER = /[+-]?(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?![\w.])/iy;
const WORD = /[+-]?[A-Za-z_][\w.]*/y;
const BLANKS = /\s*/y;

/** Reads all of `text`; undefined when it is no such value. Never throws. */
export function readLiteral(text: string): Literal | undefined {
  let at = 0;

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }

  function value(depth: number): Literal | undefined {
    take(BLANKS);
    if (depth > DEEPEST) return undefined;
    const mark = text[at];
    if (mark === '{') return object(depth);
    if (mark === '[') return list(depth, ']');
    if (mark === '(') return list(depth, ')');
    if (mark === '"' || mark === "'") return string(mark);
    const number = take(NUMBER);
    if (number !== null) return Number(number.replace(/^\+/, ''));
    const word = take(WORD);
    if (word === null) return undefined;
    if (text[at] !== '(') return wordValue(word);
    // array([1, 2]), Decimal('1.5')
    const inside = list(depth, ')');
    return Array.isArray(inside) && inside.length > 0 ? inside[0] : inside;
  }

  function list(depth: number, end: string): Literal | undefined {
    at++;
    const items: Literal[] = [];
    for (;;) {
      take(BLANKS);
      if (text[at] === end) break;
      const item = value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      const blanks = take(BLANKS);
      if (text[at] === ',') at++;
      // NumPy parts its numbers by blanks.
      else if (text[at] !== end && blanks === '') return undefined;
    }
    at++;
    return items;
  }

  function object(depth: number): Literal | undefined {
    at++;
    const entries: [string, Literal][] = [];
    for (;;) {
      take(BLANKS);
      if (text[at] === '}') break;
      const quote = text[at];
      const key = quote === '"' || quote === "'" ? string(quote) : (take(NUMBER) ?? take(WORD));
      take(BLANKS);
      if (key === null || key === undefined || text[at++] !== ':') return undefined;
      const item = value(depth + 1);
      if (item === undefined) return undefined;
      entries.push([key, item]);
      take(BLANKS);
      if (text[at] === ',') at++;
      else if (text[at] !== '}') return undefined;
    }
    at++;
    return { entries };
  }

  function string(quote: string): string | undefined {
    const from = ++at;
    while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
    if (at >= text.length) return undefined;
    return unescaped(text.slice(from, at++));
  }

  const read = value(0);
  take(BLANKS);
  return at === text.length ? read : undefined;
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\(.)/g, '$1');
}

function wordValue(word: string): Literal {
  switch (word.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
    case 'none':
    case 'undefined':
      return null;
    case 'nan':
    case '-nan':
    case '+nan':
    case 'inf':
    case '-inf':
    case '+inf':
    case 'infinity':
    case '-infinity':
      return Number.NaN;
    default:
      return word;
  }
}
