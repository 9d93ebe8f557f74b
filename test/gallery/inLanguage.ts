/** What a control is called in another language, by its English name. */
import { type Language, textsOf } from '../../src/language/spoken.ts';

const WORD_FILES = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/ui/**/*ords.ts', {
  eager: true,
});

/** All that the English name is in the words of the page; empty where a function makes it. */
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
  if (typeof english !== 'object' || english === null) return [];
  return Object.entries(english).flatMap(([key, its]) =>
    alike(its, (other as Readonly<Record<string, unknown>>)[key], name),
  );
}
