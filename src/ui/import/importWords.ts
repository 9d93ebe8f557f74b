/** Every outcome of an import in words: what happened, what to do. */
import type { ImportProgress, Refusal, RowFault } from '../../analysis/messages/fileMessages.ts';
import { counted, formatCount } from '../format.ts';
import { isolated } from '../OutsideText.tsx';

export function refusalWords(refusal: Refusal): string {
  switch (refusal) {
    case 'empty':
      return 'This file is empty: there is not a single row in it.';
    case 'binary':
      return 'This is not a text file. Tidemark reads tables of numbers (CSV) and logs of serial lines; a spreadsheet must be saved as CSV first.';
    case 'no-lines':
      return 'The first 64 KiB of this file are a single line. Tidemark reads one sample a line.';
    case 'ragged':
      return 'Most rows of this file have different numbers of fields. Another separator, or a file of one table only, may help.';
    case 'no-numbers':
      return 'There is no column of numbers in this file besides its time.';
    case 'newest-first':
      return 'The rows of this file run from the newest to the oldest. Sort it by time, the oldest first, and open it again.';
    case 'unreadable':
      return 'The browser could not read this file: it was moved, changed or locked. Choose it again.';
    default:
      return refusal satisfies never;
  }
}

function faultWords({ line, reason }: RowFault): string {
  const where = `line ${formatCount(line)}: `;
  switch (reason.kind) {
    case 'fields':
      return `${where}${counted(reason.found, 'field')} where ${reason.expected} were expected`;
    case 'number':
      return `${where}“${isolated(reason.text)}” in ${isolated(reason.column)} is not a number`;
    case 'time':
      return `${where}“${isolated(reason.text)}” is not a time`;
    case 'backwards':
      return `${where}its time, ${isolated(reason.text)}, is long before that of the row above`;
    case 'too-long':
      return `${where}it is too long`;
    case 'second-table':
      return `${where}another table begins here; save it as a file of its own`;
    case 'key':
      return `${where}there is no room for another channel, “${isolated(reason.text)}”`;
    case 'words':
      return `${where}“${isolated(reason.text)}” is not a sample`;
    default:
      return reason satisfies never;
  }
}

/** What became of a file, once it was read. */
export function outcomeWords(name: string, progress: ImportProgress): string {
  const { counts, ending } = progress;
  const { rows, leftOut, first } = counts;
  const read = counted(rows, 'row');
  const kept =
    first === null
      ? read
      : `${read}, ${formatCount(rows - leftOut)} of them ${rows - leftOut === 1 ? 'a sample' : 'samples'}, ${formatCount(leftOut)} left out (first ${faultWords(first)})`;
  return endingWords(isolated(name), kept, ending);
}

function endingWords(name: string, kept: string, ending: ImportProgress['ending']): string {
  switch (ending) {
    case null:
      return `Reading ${name}: ${kept} so far.`;
    case 'complete':
      return `Read ${name}: ${kept}.`;
    case 'cancelled':
      return `Stopped reading ${name}: nothing of it was opened.`;
    case 'endless':
      return `Stopped reading ${name}: no line ends within 16 MiB. ${kept} before that are kept.`;
    case 'unreadable':
      return `The browser could not read on in ${name}; ${kept} before that are kept.`;
    default:
      return ending satisfies never;
  }
}
