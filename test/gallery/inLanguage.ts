/** What a control is called in another language, by its English name. */
import { type Language, textsOf } from '../../src/language/spoken.ts';

const WORD_FILES = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/ui/**/*ords.ts', {
  eager: true,
});

/** All that the English name is in the words of the page; empty where a function makes it of more than a count. */
export function inLanguage(name: string, language: Language): string[] {
  return Object.values(WORD_FILES)
    .flatMap((file) => Object.values(file))
    .flatMap((words) => {
      const texts = textsOf(words);
      return texts ? alike(texts.en, texts[language], name) : [];
    });
}

function alike(english: unknown, other: unknown, name: string): string[] {
  if (english === name) return typeof other === 'string' ? [other] : [];
  if (isWords(english) && isWords(other)) {
    const [count] = /\d+/.exec(name) ?? [];
    if (count === undefined || said(english, Number(count)) !== name) return [];
    return [String(said(other, Number(count)))];
  }
  if (typeof english !== 'object' || english === null) return [];
  return Object.entries(english).flatMap(([key, its]) =>
    alike(its, (other as Readonly<Record<string, unknown>>)[key], name),
  );
}

const isWords = (words: unknown): words is (count: number) => unknown =>
  typeof words === 'function';

/** Null where the words are about something else. */
function said(words: (count: number) => unknown, count: number): unknown {
  try {
    return words(count);
  } catch {
    return null;
  }
}
