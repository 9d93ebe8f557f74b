/** Whether an element is on the screen, as far as what it lies in is scrolled. */
import { windowOf } from '../windowOf.ts';

/** Calls when that changes, and once at the start; ends with what it returns. */
export function watchOnScreen(element: Element, changed: (isSeen: boolean) => void): () => void {
  const observer = new (windowOf(element).IntersectionObserver)((entries) => {
    changed(entries.at(-1)?.isIntersecting ?? true);
  });
  observer.observe(element);
  return () => observer.disconnect();
}
