import { type RefObject, useLayoutEffect } from 'react';

/** Tells the page's styles how high an element is, in a custom property: what sticks below it. */
export function useHeightOf(element: RefObject<HTMLElement | null>, property: string): void {
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty(property, `${measured.offsetHeight}px`);
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [element, property]);
}
