/** What is said of lines that are not understood, and of names that never come again. */
import type { SketchReport } from '../analysis/messages/sketchMessages.ts';
import { spoken } from '../language/spoken.ts';
import type { UnreadReason } from '../protocol/foreign/reading.ts';
import { READABLE_EXAMPLE } from '../protocol/foreign/unreadLines.ts';

/** So many lines without a name that comes again are no beginning any more. */
const UNNAMED_LINES = 12;

/** Lines, why they make no samples, and what would. */
export interface UnreadWords {
  readonly count: number;
  /** Newest last. */
  readonly lines: readonly string[];
  readonly reason: string;
  /** A line that would be read. */
  readonly example: string;
  /** What prints it. */
  readonly statement: string;
}

/** Null as long as rows are read, or nothing has come. */
export function unreadWords({ unread, unnamed }: SketchReport): UnreadWords | null {
  const newest = unread.newest.at(-1);
  if (unread.insteadSinceMs !== null && newest) {
    const example = READABLE_EXAMPLE[newest.reason];
    return {
      count: unread.count,
      lines: unread.newest.map(({ text }) => text),
      reason: REASONS[newest.reason],
      example,
      statement: printOf(example),
    };
  }
  if (unnamed.count < UNNAMED_LINES) return null;
  return {
    count: unnamed.count,
    lines: unnamed.newest,
    reason: REASONS.unnamed,
    example: 'temp:21.5',
    statement: printOf('temp:21.5'),
  };
}

const REASONS = spoken<Readonly<Record<UnreadReason | 'unnamed', string>>>({
  en: {
    unnamed:
      'Lines with numbers come, but their names never come again: a name must be the same in every line.',
    empty: 'The lines are empty.',
    unreadable: 'The lines are no text. The baud rate may be another one than the sketch’s.',
    boot: 'This is what a chip says when it starts. No line of numbers has come after it yet.',
    nmea: 'These are sentences of NMEA 0183, as GPS receivers send them; their fields are no plain values.',
    hex: 'These are bytes in hex. Print them as decimal numbers, separated by commas.',
    words: 'There is no number in these lines.',
    prose: 'There are numbers between words that do not name them. Put name:value pairs in a line.',
    'label-words': 'The names are followed by words, not by numbers.',
    json: 'This begins like JSON, but is none: a bracket or a quotation mark may be missing.',
    'json-without-numbers': 'There is no number in this JSON object.',
    teleplot: 'This begins like a line for Teleplot, but is none: it must be >name:value.',
    'time-only': 'There is a time in these lines, and no value behind it.',
    long: 'The lines are too long to be looked through: at most 4096 bytes, and 2048 with words in them.',
  },
  pt: {
    unnamed:
      'Chegam linhas com números, mas os nomes nunca se repetem: um nome tem de ser o mesmo em todas as linhas.',
    empty: 'As linhas estão vazias.',
    unreadable: 'As linhas não são texto. A taxa de transmissão pode ser diferente da do sketch.',
    boot: 'É o que um chip diz quando inicia. Nenhuma linha de números veio depois, até agora.',
    nmea: 'São sentenças NMEA 0183, como as que receptores GPS enviam; os campos não são valores simples.',
    hex: 'São bytes em hexadecimal. Imprima-os como números decimais, separados por vírgulas.',
    words: 'Não há nenhum número nestas linhas.',
    prose: 'Há números entre palavras que não os nomeiam. Ponha pares nome:valor em uma linha.',
    'label-words': 'Os nomes são seguidos de palavras, não de números.',
    json: 'Começa como JSON, mas não é: pode faltar um colchete, uma chave ou aspas.',
    'json-without-numbers': 'Não há nenhum número neste objeto JSON.',
    teleplot: 'Começa como uma linha para o Teleplot, mas não é: tem de ser >nome:valor.',
    'time-only': 'Há um tempo nestas linhas, e nenhum valor depois dele.',
    long: 'As linhas são longas demais para serem lidas: no máximo 4096 bytes, e 2048 quando contêm palavras.',
  },
});

/** Statements of Arduino that print such a line, with variables where its numbers stand. */
function printOf(example: string): string {
  const parts: string[] = [];
  let text = '';
  for (const piece of example.split(/(\d+:\d+:\d+|\d+(?:\.\d+)?)/)) {
    if (!/^\d[\d.]*$/.test(piece)) {
      text += piece;
      continue;
    }
    if (text !== '') parts.push(`"${text.replaceAll('"', '\\"')}"`);
    const name = /([A-Za-z]+)"?:$/.exec(text)?.[1];
    parts.push(name ?? `value${parts.filter((part) => part.startsWith('value')).length + 1}`);
    text = '';
  }
  if (text !== '') parts.push(`"${text.replaceAll('"', '\\"')}"`);
  return parts
    .map((part, at) => `Serial.${at === parts.length - 1 ? 'println' : 'print'}(${part});`)
    .join(' ');
}
