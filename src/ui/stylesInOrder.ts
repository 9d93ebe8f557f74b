/** Which style sheet comes first, and so gives way. */

/**
 * The page's own sheet stands at the end of the body, so that the first word is painted before it is
 * read; those of parts that are loaded later go into the head and would give way to it. A copy at the
 * beginning of the head takes its place once it has been read.
 */
export function putFirstStylesFirst(page: Document): void {
  for (const late of page.body.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const first = page.createElement('link');
    first.rel = 'stylesheet';
    first.href = late.href;
    first.crossOrigin = late.crossOrigin;
    first.addEventListener('load', () => late.remove());
    page.head.prepend(first);
  }
}
