import { useTidemark } from '../tidemarkContext.ts';
import { linkTo, setupShown } from './setupShown.ts';
import { SHARE_WORDS } from './words.ts';

/** Puts the link to what the screen shows into the clipboard. */
export function useCopyLink(): () => void {
  const tidemark = useTidemark();
  return () => {
    const link = linkTo(setupShown(tidemark), location.href);
    const { reportDone } = tidemark.notices.getState();
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('none'));
    copied.then(
      () => reportDone(SHARE_WORDS.copied),
      // Forbidden by the browser or its policy.
      () => reportDone(SHARE_WORDS.notCopied),
    );
  };
}
