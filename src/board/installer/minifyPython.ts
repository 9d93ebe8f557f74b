/**
 * Makes Python source smaller without changing what it does: comments, docstrings and empty lines
 * go, indentation becomes one blank a level. Names stay, so that a traceback can be read.
 */
import { type LogicalLine, logicalLines } from './pythonSource.ts';

/** @returns the shortened module; line numbers are others than in `source`. */
export function minifyPython(source: string): string {
  const lines = logicalLines(source);
  const levels: number[] = [0];
  let shortened = '';
  for (const [index, line] of lines.entries()) {
    while (line.indent < (levels.at(-1) ?? 0)) levels.pop();
    if (line.indent > (levels.at(-1) ?? 0)) levels.push(line.indent);
    const text = line.isString ? withoutString(lines, index) : line.text;
    if (text !== '') shortened += `${' '.repeat(levels.length - 1)}${text}\n`;
  }
  return shortened;
}

/** What stands for a docstring: nothing, or a `pass` where it is all that a block holds. */
function withoutString(lines: readonly LogicalLine[], index: number): string {
  const line = lines[index];
  const before = lines[index - 1];
  const after = lines[index + 1];
  const begins = line !== undefined && before !== undefined && before.indent < line.indent;
  const ends = line === undefined || after === undefined || after.indent < line.indent;
  return begins && ends ? 'pass' : '';
}
