import { useTidemark } from '../tidemarkContext.ts';
import { useCopy } from '../useCopy.ts';
import { linkTo, setupShown } from './setupShown.ts';
import { SHARE_WORDS } from './words.ts';

/** Puts the link to what the screen shows into the clipboard. */
export function useCopyLink(): () => void {
  const tidemark = useTidemark();
  const copy = useCopy();
  return () => {
    void copy(linkTo(setupShown(tidemark), location.href), {
      copied: SHARE_WORDS.copied,
      notCopied: SHARE_WORDS.notCopied,
    });
  };
}
