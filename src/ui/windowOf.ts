/**
 * The window that an element stands in: the presenter view may have one of its own. An observer sees
 * what happens in the window that it comes from, and in no other.
 */
export function windowOf(element: Element): Window & typeof globalThis {
  return element.ownerDocument.defaultView ?? window;
}
