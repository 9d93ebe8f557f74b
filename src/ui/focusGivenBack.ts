/** Where the focus goes when a dialog has gone: back to what opened it. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** To be spread onto a dialog of Mantine's. */
interface GivesFocusBack {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onExitTransitionEnd: () => void;
}

/** What had the focus when a dialog opened. */
export function useOpener(opened: boolean): RefObject<Element | null> {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (opened) opener.current = document.activeElement;
  }, [opened]);
  return opener;
}

/**
 * Gives the focus back also when a dialog is closed before it has taken the focus. Mantine's own way
 * notes where the focus is as the dialog closes, and gives nothing back once it has moved; but the
 * dialog takes it in a timer, which on a busy page comes after the Escape.
 *
 * @param opened whether the dialog is; false at first, or what opened it is not known
 */
export function useFocusGivenBack(opened: boolean): GivesFocusBack {
  const ref = useRef<HTMLDivElement>(null);
  const opener = useOpener(opened);
  const onExitTransitionEnd = useCallback(() => {
    const active = document.activeElement;
    // Elsewhere: another dialog, or the person, has it by now.
    const isLeft = !active || active === document.body || ref.current?.contains(active);
    if (isLeft && opener.current instanceof HTMLElement) {
      opener.current.focus({ preventScroll: true });
    }
  }, [opener]);
  return { ref, onExitTransitionEnd };
}
