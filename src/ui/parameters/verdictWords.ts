const WORDS: Readonly<Record<string, string>> = { o: 'outlier', a: 'alarm', c: 'collective' };

/** A verdict's letters in words: `oa` is `outlier, alarm`. */
export function verdictWords(letters: string): string {
  const known = [...letters].flatMap((letter) => WORDS[letter] ?? []);
  return known.length === 0 ? 'nothing' : known.join(', ');
}
