/** What was made of a line from the board, in words. */
import type { LineNote } from '../../analysis/messages/calls.ts';
import { spoken } from '../../language/spoken.ts';

type Of<Kind extends LineNote['kind']> = Extract<LineNote, { readonly kind: Kind }>;

/** `read as numbers`, `not read: too long`, `dropped: the sum is wrong`. */
export function noteWords(note: LineNote): string {
  switch (note.kind) {
    case 'read':
      return NOTE_WORDS.read(FORM_WORDS[note.form]);
    case 'unread':
      return NOTE_WORDS.unread(UNREAD_WORDS[note.reason]);
    case 'dropped':
      return NOTE_WORDS.dropped(DROPPED_WORDS[note.why]);
    default:
      return note satisfies never;
  }
}

const NOTE_WORDS = spoken({
  en: {
    read: (form: string) => `read as ${form}`,
    unread: (why: string) => `not read: ${why}`,
    dropped: (why: string) => `dropped: ${why}`,
  },
  pt: {
    read: (form) => `lida como ${form}`,
    unread: (why) => `não lida: ${why}`,
    dropped: (why) => `descartada: ${why}`,
  },
});

const FORM_WORDS = spoken<Readonly<Record<Of<'read'>['form'], string>>>({
  en: {
    numbers: 'numbers',
    labels: 'label:value',
    teleplot: 'Teleplot',
    json: 'JSON',
    header: 'names of columns',
  },
  pt: {
    numbers: 'números',
    labels: 'nome:valor',
    teleplot: 'Teleplot',
    json: 'JSON',
    header: 'nomes de colunas',
  },
});

const UNREAD_WORDS = spoken<Readonly<Record<Of<'unread'>['reason'], string>>>({
  en: {
    empty: 'empty',
    unreadable: 'not text',
    boot: 'what a chip says when it starts',
    nmea: 'a sentence of NMEA 0183',
    hex: 'bytes in hex',
    words: 'not numbers separated by commas, blanks or tabs',
    prose: 'numbers between words that do not name them',
    'label-words': 'not label:value pairs',
    json: 'not JSON',
    'json-without-numbers': 'a JSON object without numbers',
    teleplot: 'not >name:value',
    'time-only': 'a time without a value',
    long: 'too long',
  },
  pt: {
    empty: 'vazia',
    unreadable: 'não é texto',
    boot: 'o que um chip diz quando inicia',
    nmea: 'uma sentença NMEA 0183',
    hex: 'bytes em hexadecimal',
    words: 'não são números separados por vírgulas, espaços ou tabulações',
    prose: 'números entre palavras que não os nomeiam',
    'label-words': 'não são pares nome:valor',
    json: 'não é JSON',
    'json-without-numbers': 'um objeto JSON sem números',
    teleplot: 'não é >nome:valor',
    'time-only': 'um tempo sem valor',
    long: 'longa demais',
  },
});

const DROPPED_WORDS = spoken<Readonly<Record<Of<'dropped'>['why'], string>>>({
  en: {
    unsummed: 'does not end in a sum',
    sum: 'the sum is wrong',
    malformed: 'the fields are not what they should be',
  },
  pt: {
    unsummed: 'não termina com uma soma',
    sum: 'a soma está errada',
    malformed: 'os campos não são os que deveriam ser',
  },
});
