import type { Language } from '../../language/spoken.ts';
import { LAUNCH_WORDS } from '../launchWords.ts';
import { useTidemark } from '../tidemarkContext.ts';

/** Saves the teacher's sheet; what makes it is loaded with the first one. */
export function useMakeSheet(): (language: Language) => void {
  const { lessons, notices } = useTidemark();
  return (language) => {
    void import('./makeSheet.ts').then(
      ({ makeSheet }) => makeSheet(language, lessons.getState().lesson),
      () => notices.getState().reportDone(LAUNCH_WORDS.notLoaded),
    );
  };
}
