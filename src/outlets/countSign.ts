/** A number in the title and on the icon of the tab. */
import { iconWithBadge } from './iconBadge.ts';

export function createCountSign(page: Document): { readonly show: (count: number) => void } {
  const icon = page.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const [title, plain] = [page.title, icon?.getAttribute('href') ?? ''];
  let drawing: string | null = null;
  let shown = 0;

  function showIcon(): void {
    if (!icon) return;
    icon.setAttribute('href', shown > 0 && drawing ? iconWithBadge(drawing, shown) : plain);
  }

  return {
    show(count) {
      shown = count;
      page.title = count > 0 ? `(${count}) ${title}` : title;
      showIcon();
      if (count === 0 || drawing !== null || !icon) return;
      drawing = '';
      void fetch(plain)
        .then((answer) => answer.text())
        .then((text) => {
          drawing = text;
          showIcon();
        })
        // Without the drawing the title has the number.
        .catch(() => undefined);
    },
  };
}
