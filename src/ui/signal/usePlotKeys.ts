import { type RefObject, useEffect } from 'react';
import { useTidemark } from '../tidemarkContext.ts';
import type { Navigation } from './navigation.ts';

/** Part of the window that an arrow key pans; with Shift nearly all of it. */
const PAN_SHARE = 0.1;
const PAGE_SHARE = 0.9;

/** For assistive technology; the same words are in the help. */
export const PLOT_KEY_SHORTCUTS =
  'ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight + - Home End Space L A B Delete';

/**
 * Keys for all that the pointer can do, while the plots have the focus.
 *
 * @param pointerShare where in the window the pointer is; null when it is elsewhere
 */
export function usePlotKeys(
  plots: RefObject<HTMLElement | null>,
  navigation: Navigation | null,
  pointerShare: () => number | null,
): void {
  const { view } = useTidemark();
  useEffect(() => {
    const element = plots.current;
    if (!element || !navigation) return;
    const act = (event: KeyboardEvent): boolean => {
      switch (event.key) {
        case 'ArrowLeft':
          navigation.pan(event.shiftKey ? -PAGE_SHARE : -PAN_SHARE);
          return true;
        case 'ArrowRight':
          navigation.pan(event.shiftKey ? PAGE_SHARE : PAN_SHARE);
          return true;
        case '+':
        case '=':
          navigation.zoomStep('in');
          return true;
        case '-':
          navigation.zoomStep('out');
          return true;
        case 'Home':
          navigation.toStart();
          return true;
        case 'End':
        case 'l':
        case 'L':
          navigation.toLive();
          return true;
        case ' ':
          navigation.togglePause();
          return true;
        case 'a':
        case 'A':
          navigation.placeCursor('a', pointerShare() ?? 0.5);
          return true;
        case 'b':
        case 'B':
          navigation.placeCursor('b', pointerShare() ?? 0.5);
          return true;
        case 'Delete':
          view.getState().removeCursors();
          return true;
        default:
          return false;
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      // A cursor that has the focus takes its own keys first; Ctrl+Z and the like are not ours.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(event)) event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [plots, navigation, pointerShare, view]);
}
