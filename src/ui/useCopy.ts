import { useTidemark } from './tidemarkContext.ts';

interface CopySentences {
  /** It is in the clipboard. */
  readonly copied: string;
  /** The browser or its policy forbids it, or has none: what else there is to do. */
  readonly notCopied: string;
}

/** Puts a text into the clipboard, and says whether it is there. */
export function useCopy(): (text: string, said: CopySentences) => Promise<void> {
  const { notices } = useTidemark();
  return async (text, { copied, notCopied }) => {
    const { reportDone } = notices.getState();
    try {
      // An insecure page has no clipboard at all: that throws, too.
      await navigator.clipboard.writeText(text);
      reportDone(copied);
    } catch {
      reportDone(notCopied);
    }
  };
}
