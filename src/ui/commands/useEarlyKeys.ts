/** What is typed for the palette before its field is there. */
import { useLayoutEffect, useRef } from 'react';

export interface EarlyKeys {
  readonly text: string;
  /** And then Enter. */
  readonly isEntered: boolean;
}

const NONE: EarlyKeys = { text: '', isEntered: false };

/**
 * Keeps what is typed from when the palette is wanted until its field takes it: on the page these letters
 * would be keys of its own, and in a field that had the focus a value.
 *
 * @param onGivenUp Escape, before anything is there
 * @returns hands on what was kept; from then on the keys are the field's
 */
export function useEarlyKeys(isWanted: boolean, onGivenUp: () => void): () => EarlyKeys {
  const kept = useRef<EarlyKeys | null>(null);
  const giveUp = useRef(onGivenUp);
  giveUp.current = onGivenUp;
  useLayoutEffect(() => {
    if (!isWanted) return;
    kept.current = NONE;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!kept.current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') giveUp.current();
      const next = keptWith(kept.current, event.key);
      if (!next) return;
      kept.current = next;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // Before anything else that hears keys.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      kept.current = null;
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [isWanted]);
  return () => {
    const early = kept.current ?? NONE;
    kept.current = null;
    return early;
  };
}

/** Null for a key that means nothing while one types. */
function keptWith(kept: EarlyKeys, key: string): EarlyKeys | null {
  const isText = key.length === 1;
  if (!isText && !/^(Enter|Backspace|Tab|Escape|Arrow\w+)$/.test(key)) return null;
  if (kept.isEntered) return kept;
  if (isText) return { ...kept, text: kept.text + key };
  if (key === 'Backspace') return { ...kept, text: kept.text.slice(0, -1) };
  return { ...kept, isEntered: key === 'Enter' };
}
