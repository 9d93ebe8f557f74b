/**
 * The page's own style sheet is asked for as if for print only (vite.config.ts), so that the first
 * word is painted before it has been read. In its place it stays: what is loaded later must come
 * after it. Resolves when it counts for the screen.
 */
export async function showFirstStyles(page: Document): Promise<void> {
  const sheets = page.head.querySelectorAll<HTMLLinkElement>(
    'link[rel="stylesheet"][media="print"]',
  );
  await Promise.all(
    Array.from(sheets, async (link) => {
      // A page without its looks is better than none.
      if (!link.sheet)
        await new Promise((resolve) => {
          link.addEventListener('load', resolve);
          link.addEventListener('error', resolve);
        });
      link.media = 'all';
    }),
  );
}
