import { type RefObject, useEffect } from 'react';
import { type Corner, freeCorner } from './freeCorner.ts';

/**
 * Moves what floats over the page to another corner when it would lie over what the keys have reached
 * (WCAG 2.4.11). A pointer moves nothing: it is where the person sees it.
 */
export function useOutOfTheWay(floating: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const stack = floating.current;
    if (!stack) return;
    let size = { width: 0, height: 0 };
    let corner: Corner = 'right';
    const go = (to: Corner): void => {
      corner = to;
      stack.dataset.corner = to;
    };
    const look = (): void => {
      const focused = document.activeElement;
      if (size.height === 0 || !focused || stack.contains(focused)) return;
      if (!focused.matches(':focus-visible')) return;
      const view = {
        width: document.documentElement.clientWidth,
        height: window.innerHeight,
      };
      const to = freeCorner(corner, seenOf(focused).getBoundingClientRect(), size, view);
      if (to !== corner) go(to);
    };
    const observer = new ResizeObserver(() => {
      const { width, height } = stack.getBoundingClientRect();
      size = { width, height };
      // With the last of them gone the next begins where they all do.
      if (height === 0) go('right');
      look();
    });
    observer.observe(stack);
    window.addEventListener('resize', look);
    document.addEventListener('focusin', look);
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', look);
      document.removeEventListener('focusin', look);
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, [floating]);
}

/** What is seen of a control: of one without a size its label. */
function seenOf(focused: Element): Element {
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined;
  return label && focused.clientWidth <= 1 ? label : focused;
}
