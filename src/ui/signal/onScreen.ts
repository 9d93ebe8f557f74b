/** Whether an element is on the screen, as far as what it lies in is scrolled. */

/** Calls when that changes, and once at the start; ends with what it returns. */
export function watchOnScreen(element: Element, changed: (isSeen: boolean) => void): () => void {
  // Its own window's screen: it need not be the one that this runs in.
  const root = element.ownerDocument;
  const observer = new IntersectionObserver(
    (entries) => {
      changed(entries.at(-1)?.isIntersecting ?? true);
    },
    { root },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
