import { LAUNCH_WORDS } from '../launchWords.ts';
import { usePlotting } from '../plot/plotting.ts';
import { useTidemark } from '../tidemarkContext.ts';

/** Saves the report of the visible range; what makes it is loaded with the first one. */
export function useMakeReport(): () => void {
  const tidemark = useTidemark();
  const plotting = usePlotting();
  return () => {
    void import('./makeReport.ts')
      .then(
        ({ makeReport }) => makeReport(tidemark, plotting),
        () => LAUNCH_WORDS.notLoaded,
      )
      .then((sentence) => {
        if (sentence !== null) tidemark.notices.getState().reportDone(sentence);
      });
  };
}
