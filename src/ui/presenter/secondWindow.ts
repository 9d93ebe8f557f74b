/** The window of its own that the presenter view may have: on a projector. */
import type { Tidemark } from '../../state/tidemark.ts';
import { PRESENTER_WORDS } from './words.ts';

/** By this name a window that was left by a page that is gone is found again, where it stands. */
const NAME = 'tidemark-second';

/** Opens it, or closes the one that is there. Browsers let only a person's own act open one. */
export function toggleSecondWindow({ view, notices }: Pick<Tidemark, 'view' | 'notices'>): void {
  const { second, showIn } = view.getState();
  if (second) {
    showIn(null);
    second.close();
    return;
  }
  const opened = window.open('', NAME, 'popup,width=1280,height=720');
  if (!opened) {
    notices.getState().reportDone(PRESENTER_WORDS.blocked);
    return;
  }
  const { body } = opened.document;
  opened.document.title = document.title;
  body.replaceChildren();
  body.removeAttribute('style');
  showIn(opened);
}

/** The page goes: the window stays where it was put, and says why it stands still. */
export function sayLeft({ document: { body } }: Window): void {
  body.style.cssText = 'padding:2rem;font-size:2rem';
  body.textContent = PRESENTER_WORDS.left;
}
