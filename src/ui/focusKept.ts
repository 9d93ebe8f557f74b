/** Where the focus goes when what had it is gone from the page: to what stands around it. */
import { useEffect } from 'react';

/** What has a name of its own for a screen reader, and is no single control. */
const AROUND = 'section[aria-label], header';

/** These give the focus back to what opened them: only where that is gone, too, is it for this file. */
const BY_THEMSELVES = '[role="dialog"], [role="menu"]';

/** What comes into the page as the next thing to do is marked so. */
export const NEXT_MARK = { 'data-next-focus': true };

let last: HTMLElement | null = null;

/** What had the focus last outside of dialogs and menus, while it is still there; else null. */
export const lastOnPage = (): HTMLElement | null => (last?.isConnected ? last : null);

/**
 * A button that is gone once it was pressed takes the focus with it: the next Tab begins anywhere, and a
 * screen reader is silent. So the focus goes to the innermost place around it that is still there, else
 * to what is marked as next, else to the main part.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let had: Element | null = null;
    let around: readonly HTMLElement[] = [];
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.closest(BY_THEMSELVES)) return;
      had = target instanceof Element && target.closest('#root') ? target : null;
      if (target instanceof HTMLElement) last = target;
      around = had ? placesAround(had) : [];
    };
    const look = (): void => {
      if (!had || had.isConnected || document.activeElement !== document.body) return;
      had = null;
      const next = document.querySelectorAll<HTMLElement>('[data-next-focus], main');
      const there = around.filter((one) => one.isConnected);
      // One without a box of its own cannot take it, as the header on a phone.
      [...there, ...next].some(tookFocus);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}

/** Innermost first. */
function placesAround(element: Element): readonly HTMLElement[] {
  const places: HTMLElement[] = [];
  let place = element.closest<HTMLElement>(AROUND);
  while (place) {
    places.push(place);
    place = place.parentElement?.closest<HTMLElement>(AROUND) ?? null;
  }
  return places;
}

function tookFocus(place: HTMLElement): boolean {
  focusOn(place);
  return document.activeElement === place;
}

/** A place takes the focus only now: else a click into it would. */
export function focusOn(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}
