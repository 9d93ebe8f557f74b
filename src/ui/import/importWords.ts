/** Every outcome of an import in words: what happened, what to do. */
import type { ImportProgress, Refusal, RowFault } from '../../analysis/messages/fileMessages.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';
import { isolated } from '../OutsideText.tsx';

export function refusalWords(refusal: Refusal): string {
  return REFUSAL_WORDS[refusal];
}

const REFUSAL_WORDS = spoken<Readonly<Record<Refusal, string>>>({
  en: {
    empty: 'This file is empty: there is not a single row in it.',
    binary:
      'This is not a text file. Tidemark reads tables of numbers (CSV) and logs of serial lines; a spreadsheet must be saved as CSV first.',
    'no-lines':
      'The first 64 KiB of this file are a single line. Tidemark reads one sample a line.',
    ragged:
      'Most rows of this file have different numbers of fields. Another separator, or a file of one table only, may help.',
    'no-numbers': 'There is no column of numbers in this file besides its time.',
    'newest-first':
      'The rows of this file run from the newest to the oldest. Sort it by time, the oldest first, and open it again.',
    unreadable:
      'The browser could not read this file: it was moved, changed or locked. Choose it again.',
  },
  pt: {
    empty: 'Este arquivo está vazio: não há nele nem uma linha.',
    binary:
      'Este não é um arquivo de texto. O Tidemark lê tabelas de números (CSV) e registros de linhas seriais; uma planilha precisa ser salva antes como CSV.',
    'no-lines':
      'Os primeiros 64 KiB deste arquivo são uma só linha. O Tidemark lê uma amostra por linha.',
    ragged:
      'A maioria das linhas deste arquivo tem quantidades diferentes de campos. Outro separador, ou um arquivo de uma tabela só, pode ajudar.',
    'no-numbers': 'Não há coluna de números neste arquivo além do tempo.',
    'newest-first':
      'As linhas deste arquivo vão da mais nova à mais antiga. Ordene-o por tempo, a mais antiga primeiro, e abra-o de novo.',
    unreadable:
      'O navegador não conseguiu ler este arquivo: foi movido, alterado ou bloqueado. Escolha-o de novo.',
  },
});

function faultWords({ line, reason }: RowFault): string {
  const where = formatCount(line);
  switch (reason.kind) {
    case 'fields':
      return ROW_WORDS.fields(where, reason.found, reason.expected);
    case 'number':
      return ROW_WORDS.number(where, isolated(reason.text), isolated(reason.column));
    case 'time':
      return ROW_WORDS.time(where, isolated(reason.text));
    case 'backwards':
      return ROW_WORDS.backwards(where, isolated(reason.text));
    case 'too-long':
      return ROW_WORDS.tooLong(where);
    case 'second-table':
      return ROW_WORDS.secondTable(where);
    case 'key':
      return ROW_WORDS.key(where, isolated(reason.text));
    case 'words':
      return ROW_WORDS.words(where, isolated(reason.text));
    default:
      return reason satisfies never;
  }
}

const ROW_WORDS = spoken({
  en: {
    fields: (line: string, found: number, expected: number) =>
      `line ${line}: ${counted(found, 'field')} where ${expected} were expected`,
    number: (line: string, text: string, column: string) =>
      `line ${line}: “${text}” in ${column} is not a number`,
    time: (line: string, text: string) => `line ${line}: “${text}” is not a time`,
    backwards: (line: string, text: string) =>
      `line ${line}: its time, ${text}, is long before that of the row above`,
    tooLong: (line: string) => `line ${line}: it is too long`,
    secondTable: (line: string) =>
      `line ${line}: another table begins here; save it as a file of its own`,
    key: (line: string, text: string) =>
      `line ${line}: there is no room for another channel, “${text}”`,
    words: (line: string, text: string) => `line ${line}: “${text}” is not a sample`,
  },
  pt: {
    fields: (line, found, expected) =>
      `linha ${line}: ${counted(found, 'campo')} onde se esperavam ${expected}`,
    number: (line, text, column) => `linha ${line}: “${text}” em ${column} não é um número`,
    time: (line, text) => `linha ${line}: “${text}” não é um tempo`,
    backwards: (line, text) =>
      `linha ${line}: o tempo dela, ${text}, é muito anterior ao da linha acima`,
    tooLong: (line) => `linha ${line}: é longa demais`,
    secondTable: (line) => `linha ${line}: aqui começa outra tabela; salve-a em um arquivo próprio`,
    key: (line, text) => `linha ${line}: não há lugar para outro canal, “${text}”`,
    words: (line, text) => `linha ${line}: “${text}” não é uma amostra`,
  },
});

/** What became of a file, once it was read. */
export function outcomeWords(name: string, progress: ImportProgress): string {
  const { counts, ending } = progress;
  const { rows, leftOut, first } = counts;
  const kept =
    first === null
      ? END_WORDS.rows(rows)
      : END_WORDS.someRows(rows, rows - leftOut, leftOut, faultWords(first));
  return endingWords(isolated(name), kept, ending);
}

function endingWords(name: string, kept: string, ending: ImportProgress['ending']): string {
  switch (ending) {
    case null:
      return END_WORDS.soFar(name, kept);
    case 'complete':
      return END_WORDS.complete(name, kept);
    case 'cancelled':
      return END_WORDS.cancelled(name);
    case 'endless':
      return END_WORDS.endless(name, kept);
    case 'unreadable':
      return END_WORDS.unreadable(name, kept);
    default:
      return ending satisfies never;
  }
}

const END_WORDS = spoken({
  en: {
    rows: (rows: number) => counted(rows, 'row'),
    someRows: (rows: number, samples: number, leftOut: number, first: string) =>
      `${counted(rows, 'row')}, ${formatCount(samples)} of them ${samples === 1 ? 'a sample' : 'samples'}, ${formatCount(leftOut)} left out (first ${first})`,
    soFar: (name: string, kept: string) => `Reading ${name}: ${kept} so far.`,
    complete: (name: string, kept: string) => `Read ${name}: ${kept}.`,
    cancelled: (name: string) => `Stopped reading ${name}: nothing of it was opened.`,
    endless: (name: string, kept: string) =>
      `Stopped reading ${name}: no line ends within 16 MiB. ${kept} before that are kept.`,
    unreadable: (name: string, kept: string) =>
      `The browser could not read on in ${name}; ${kept} before that are kept.`,
  },
  pt: {
    rows: (rows) => counted(rows, 'linha'),
    someRows: (rows, samples, leftOut, first) =>
      `${counted(rows, 'linha')}, com ${counted(samples, 'amostra')} e ${counted(leftOut, 'deixada', 'deixadas')} de fora (a primeira é a ${first})`,
    soFar: (name, kept) => `Lendo ${name}: ${kept} até agora.`,
    complete: (name, kept) => `${name} foi lido: ${kept}.`,
    cancelled: (name) => `A leitura de ${name} foi interrompida: nada dele foi aberto.`,
    endless: (name, kept) =>
      `A leitura de ${name} parou: nenhuma linha termina em 16 MiB. Fica o que veio antes: ${kept}.`,
    unreadable: (name, kept) =>
      `O navegador não conseguiu continuar a ler ${name}. Fica o que veio antes: ${kept}.`,
  },
});
