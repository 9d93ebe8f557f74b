/** What the keys have reached is on the screen, also where it was given back without a scroll. */
import { useEffect } from 'react';

/**
 * A dropdown gives the focus back to its button without scrolling; where the page has scrolled
 * meanwhile, the button is beyond an edge of the window, and nobody sees where the next Tab begins.
 */
export function useFocusInSight(): void {
  useEffect(() => {
    const bring = ({ target }: FocusEvent): void => {
      // It may scroll into sight by itself, or lose the focus again.
      requestAnimationFrame(() => {
        if (!(target instanceof Element) || target !== document.activeElement) return;
        if (!target.matches(':focus-visible')) return;
        if (isBeyond(target)) target.scrollIntoView({ block: 'nearest' });
      });
    };
    document.addEventListener('focusin', bring);
    return () => document.removeEventListener('focusin', bring);
  }, []);
}

/** Wholly beyond an edge, or behind what sticks to the upper one. */
function isBeyond(target: Element): boolean {
  const { left, top, bottom, width, height } = target.getBoundingClientRect();
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const covered = Number.parseFloat(scrollPaddingTop) || 0;
  if (height === 0 || (bottom > covered && top < window.innerHeight)) return false;
  // What sticks there itself is seen.
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return seen === null || !target.contains(seen);
}
