import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, speak, spoken, textsOf } from '../../src/language/spoken.ts';
import { unspokenWords } from './unspokenWords.ts';

/** Rooms whose words people read on the page. */
const ROOMS = ['alarms', 'outlets', 'tour', 'state', 'ui'];

/** Source code for other programs: their comments are in English, as the code around them is. */
const SOURCE_CODE = 'ui/export/parametersText.ts';

/** The same in every language, or read by no one. */
const ALIKE: readonly string[] = [
  'Tidemark',
  'USB',
  'MicroPython',
  'Language · Idioma',
  'tidemark recording',
  'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
];

const FILES = ROOMS.flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `src/${room}/${path}`),
);
const TEXT = new Map(FILES.map((path) => [path, readFileSync(path, 'utf8')]));
/** Words are used in the page's first file, too. */
const ALL_TEXT = [...TEXT.values(), readFileSync('src/main.tsx', 'utf8')]
  .join('\n')
  .replace(/^import [^;]*;$/gm, '');

interface Words {
  readonly file: string;
  readonly name: string;
  readonly texts: Readonly<Record<Language, object>>;
}

describe('words of the page', () => {
  const all: Words[] = [];
  beforeAll(async () => {
    for (const file of FILES.filter((path) => /[wW]ords\.ts$/.test(path))) {
      const exported = (await import(`../../${file}`)) as Readonly<Record<string, unknown>>;
      for (const [name, value] of Object.entries(exported)) {
        const texts = textsOf(value);
        if (texts) all.push({ file, name, texts });
      }
    }
  });

  it('stand in every language, wherever they stand', () => {
    const unspoken = [...TEXT]
      .filter(([path]) => path !== `src/${SOURCE_CODE}`)
      .flatMap(([path, source]) =>
        unspokenWords(path, source)
          .filter((text) => !ALIKE.includes(text))
          .map((text) => `${path}: ${text}`),
      );
    expect(unspoken).toEqual([]);
  });

  it('have the same names in every language', () => {
    for (const { name, texts } of all) {
      for (const language of LANGUAGES) {
        expect(Object.keys(texts[language]), name).toEqual(Object.keys(texts.en));
      }
    }
  });

  it('are used, each of them', () => {
    const unused = all.flatMap(({ file, name, texts }) =>
      Object.keys(texts.en)
        .filter((key) => !isUsed(name, key))
        .map((key) => `${file}: ${name}.${key}`),
    );
    expect(unused).toEqual([]);
  });
});

/** By its name; or the words are handed on, or read by a key that is computed: all of them, then. */
function isUsed(words: string, key: string): boolean {
  return (
    new RegExp(`\\b${words}(\\.${key}|\\['${key}'\\])(?!\\w)`).test(ALL_TEXT) ||
    new RegExp(`\\b${words}\\b(?!\\.|\\['| = spoken[(<])`).test(ALL_TEXT)
  );
}

describe('words in every language', () => {
  const GREETINGS = spoken({
    en: { hello: 'hello', to: (name: string) => `hello, ${name}` },
    pt: { hello: 'olá', to: (name: string) => `olá, ${name}` },
  });

  it('are read in the one that is spoken at that moment', () => {
    expect(GREETINGS.hello).toBe('hello');
    speak('pt');
    expect(GREETINGS.hello).toBe('olá');
    expect(GREETINGS.to('Ana')).toBe('olá, Ana');
    speak('en');
    expect(GREETINGS.hello).toBe('hello');
  });
});

describe('a search for words in one language alone', () => {
  it.each([
    ['between tags', '<p>Learn</p>', 'Learn'],
    ['in a label', '<p aria-label="Learn" />', 'Learn'],
    ['in a sentence', "const a = a.of + n + ' lines of it';", ' lines of it'],
    ['in a text', "f('two words');", 'two words'],
  ])('finds those %s', (_, source, found) => {
    expect(unspokenWords('made.tsx', `export const A = () => { ${inBody(source)} };`)).toEqual([
      found,
    ]);
  });

  it.each([
    '<p className="one two" />',
    "spoken({ en: { a: 'two words' }, pt: {} });",
    "f('key');",
    'f(\'<html lang="en">p{margin:0 auto}\');',
  ])('passes over %s', (source) => {
    expect(unspokenWords('made.tsx', `export const A = () => { ${inBody(source)} };`)).toEqual([]);
  });
});

function inBody(source: string): string {
  return source.startsWith('<') ? `return ${source};` : source;
}
