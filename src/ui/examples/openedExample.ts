/** Which example is open. */
import type { Source } from '../../board/source.ts';
import { inEachLanguage } from '../../language/spoken.ts';
import { EXAMPLE_NAMES, type ExampleName } from '../../tour/exampleNames.ts';
import { EXAMPLES } from './words.ts';

/**
 * Known by its title, in whichever language it was opened: an example is a recording like any
 * other. Null when it is none.
 */
export function exampleOf(source: Source | null): ExampleName | null {
  if (source?.kind !== 'replay') return null;
  const isIts = (name: ExampleName): boolean =>
    inEachLanguage(EXAMPLES, (texts) => texts[name].title).includes(source.title);
  return EXAMPLE_NAMES.find(isIts) ?? null;
}
