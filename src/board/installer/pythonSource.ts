/**
 * Python source as far as it must be understood to be shortened: characters in four kinds, and
 * logical lines. Pure; knows strings, brackets and line ends, and nothing of the grammar.
 */

export interface LogicalLine {
  /** Columns of white space before it; a tab counts as one. */
  readonly indent: number;
  /** Without comment, indentation and the white space at the end; may hold line ends. */
  readonly text: string;
  /** Consists of strings alone: does nothing when it runs. */
  readonly isString: boolean;
}

const OPEN = '([{';
const CLOSE = ')]}';
const STRING_START = /^(?:[rbu]|br|rb|fr?|rf)?(?:"""|'''|"|')/i;

/** Cuts a module into logical lines; comments, empty lines and indentation in brackets are gone. */
export function logicalLines(source: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  const text = source.replace(/\r\n?/g, '\n');
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    const indent = at - start;
    const line = readLine(text, at);
    at = line.end;
    if (line.text !== '') lines.push({ indent, text: line.text, isString: line.isString });
  }
  return lines;
}

/** One logical line from `from` on, and where the next one begins. */
function readLine(text: string, from: number): Omit<LogicalLine, 'indent'> & { end: number } {
  let at = from;
  let kept = '';
  let depth = 0;
  let strings = 0;
  let others = 0;
  while (at < text.length) {
    const here = text[at] ?? '';
    if (here === '\n' && depth === 0) break;
    if (here === '#') {
      while (at < text.length && text[at] !== '\n') at += 1;
      continue;
    }
    const string = stringAt(text, at);
    if (string !== '') {
      kept += string;
      at += string.length;
      if (/^[^"']*f/i.test(string)) others += 1;
      strings += 1;
      continue;
    }
    if (here === '\\' && text[at + 1] === '\n') {
      kept += '\\\n';
      at += 2;
      continue;
    }
    if (here === '\n') {
      // In brackets: neither the white space around a line end nor the line end means anything, but
      // one must part two words.
      kept = `${kept.trimEnd()}\n`;
      at += 1;
      while (/[ \t\n]/.test(text[at] ?? '')) at += 1;
      continue;
    }
    if (OPEN.includes(here)) depth += 1;
    if (CLOSE.includes(here)) depth -= 1;
    if (here !== ' ' && here !== '\t') others += 1;
    // A whole word at a time: the letters before a quote belong to the string only at its start.
    const word = /^\w+/.exec(text.slice(at, at + 80))?.[0] ?? here;
    kept += word;
    at += word.length;
  }
  return { text: kept.trimEnd(), isString: strings > 0 && others === 0, end: at + 1 };
}

/** The string literal, prefix and quotes included, that begins here; empty when none does. */
function stringAt(text: string, at: number): string {
  const start = STRING_START.exec(text.slice(at, at + 5))?.[0];
  if (start === undefined) return '';
  const quote = start.replace(/^[a-z]+/i, '');
  let end = at + start.length;
  while (end < text.length && !text.startsWith(quote, end)) end += text[end] === '\\' ? 2 : 1;
  return text.slice(at, end + quote.length);
}
