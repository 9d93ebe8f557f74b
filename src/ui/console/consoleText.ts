/** The console's lines as text. */
import type { ConsoleLine } from '../../analysis/messages/calls.ts';

export const LINES_KEPT = 2000;

/** The newest lines of what was there and what came. */
export function appendLines(
  known: readonly ConsoleLine[],
  news: readonly ConsoleLine[],
): readonly ConsoleLine[] {
  return news.length === 0 ? known : [...known, ...news].slice(-LINES_KEPT);
}

/** Lines that contain the text, whatever its case; all for an empty text. */
export function filterLines(lines: readonly ConsoleLine[], text: string): readonly ConsoleLine[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? lines : lines.filter((line) => line.text.toLowerCase().includes(wanted));
}

export function arrow(direction: ConsoleLine['direction']): string {
  return direction === 'in' ? '←' : '→';
}

/** As copied: one line each, with its arrow. */
export function linesText(lines: readonly ConsoleLine[]): string {
  return lines.map((line) => `${arrow(line.direction)} ${line.text}`).join('\n');
}
