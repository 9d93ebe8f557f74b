/** Which example is open. */
import type { Source } from '../../board/source.ts';
import { EXAMPLE_NAMES, EXAMPLES, type ExampleName } from './words.ts';

/** Known by its title: an example is a recording like any other. Null when it is none. */
export function exampleOf(source: Source | null): ExampleName | null {
  if (source?.kind !== 'replay') return null;
  return EXAMPLE_NAMES.find((name) => EXAMPLES[name].title === source.title) ?? null;
}
