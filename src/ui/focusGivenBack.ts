/** Where the focus goes when a dialog has gone: back to what opened it. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { lastOnPage } from './focusKept.ts';

/** A dialog is labelled by its title, a dropdown by its button. */
const DROPDOWN = ':is([role="dialog"], [role="menu"])[aria-labelledby]';

/** To be spread onto a dialog of Mantine's. */
interface GivesFocusBack {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onExitTransitionEnd: () => void;
}

/** What had the focus when a dialog opened; what the palette opened, it opens before it gives the focus back. */
export function useOpener(opened: boolean): RefObject<Element | null> {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (opened) opener.current = activeElement === body ? lastOnPage() : activeElement;
  }, [opened]);
  return opener;
}

/** The button of the dropdown that something is in; null where it is in none. */
function buttonOf(within: Element | null): Element | null {
  const label = within?.closest(DROPDOWN)?.getAttribute('aria-labelledby');
  const button = label ? document.getElementById(label) : null;
  return button instanceof HTMLButtonElement ? button : null;
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

/** For a dialog that is on the page only while it is open: Mantine then gives nothing back. */
export function useFocusGivenBackAtEnd(): void {
  // As it is drawn: a dropdown that it was opened from is gone a moment later, with its focus.
  const [opener] = useState(() => buttonOf(document.activeElement) ?? document.activeElement);
  useEffect(
    () => () => {
      // Elsewhere: another dialog, or the person, has it by now.
      if (document.activeElement !== document.body) return;
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
