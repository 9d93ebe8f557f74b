import type { ExampleName } from '../../tour/exampleNames.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { EXAMPLE_WORDS, EXAMPLES } from './words.ts';

/** Midnight of this computer's zone: files that count seconds begin at 0:00. */
const BEGINNING_MS = new Date(2026, 0, 12).getTime();

/** Opens an example of those that come with the page. */
export function useOpenExample(): (name: ExampleName) => void {
  const { imports, notices } = useTidemark();
  return (name) => {
    void fetchExample(name).then(
      (file) => imports.getState().openGuessed(file),
      () => notices.getState().reportDone(EXAMPLE_WORDS.notLoaded),
    );
  };
}

async function fetchExample(name: ExampleName): Promise<File> {
  const response = await fetch(new URL(`examples/${name}.csv`, document.baseURI));
  if (!response.ok) throw new Error(`status ${response.status}`);
  const { title } = EXAMPLES[name];
  return new File([await response.blob()], title, { lastModified: BEGINNING_MS });
}
