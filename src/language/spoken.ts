/**
 * The languages of the page. Words stand beside what they are about, in files that are called
 * `*Words.ts` or `words.ts`, in every language at once: the compiler finds what one lacks.
 */

/** By the start of the language's tag, as `navigator.language` has it. */
export const LANGUAGES = ['en', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own language: whoever looks for it can read it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  pt: 'Português',
};

/** For `lang` attributes: which Portuguese it is. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: 'en', pt: 'pt-BR' };

type Texts<T> = Readonly<{ en: T } & Record<Exclude<Language, 'en'>, NoInfer<T>>>;

const textsOfWords = new WeakMap<object, Texts<object>>();

// One page speaks one language: words are read in hundreds of places, and each would have to hand
// it on. The preferences own the choice; `App` tells it here before anything is drawn.
let current: Language = 'en';

/** From now on words are read in this language; what is on the screen has to be drawn anew. */
export function speak(language: Language): void {
  current = language;
}

export const spokenLanguage = (): Language => current;

/** What is made in another language than the page's: a sheet for another class. */
export function speakingIn<T>(language: Language, make: () => T): T {
  const before = current;
  current = language;
  try {
    return make();
  } finally {
    current = before;
  }
}

/**
 * Words in every language, read in the one that is spoken at that moment: never take a word out of
 * them when a file is loaded.
 *
 * @param texts the same names in each language: a text, a function that makes one of values, or
 *   texts by a key
 */
export function spoken<T extends object>(texts: Texts<T>): T {
  const words: Partial<T> = {};
  for (const name of Object.keys(texts.en)) {
    Object.defineProperty(words, name, {
      enumerable: true,
      get: () => texts[current][name as keyof T],
    });
  }
  textsOfWords.set(words, texts);
  return words as T;
}

/** All that some words say, by language; null for what {@link spoken} did not make. */
export function textsOf(words: unknown): Readonly<Record<Language, object>> | null {
  return typeof words === 'object' && words !== null ? (textsOfWords.get(words) ?? null) : null;
}

/** What some words say in each language: to know a text again that was kept in another one. */
export function inEachLanguage<T extends object, R>(words: T, read: (texts: T) => R): R[] {
  const texts = textsOf(words);
  return texts ? LANGUAGES.map((language) => read(texts[language] as T)) : [read(words)];
}
