import { useEffect } from 'react';
import { PANEL_NAMES, type PanelName } from '../../state/viewStore.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';

/** F lets the panel with the focus, else the one under the pointer, fill the screen; Esc goes back. */
export function usePanelKeys(): void {
  const { view } = useTidemark();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { ctrlKey, altKey, metaKey, defaultPrevented, key, target } = event;
      if (defaultPrevented || ctrlKey || altKey || metaKey || isCovered()) return;
      const { maximised, maximise } = view.getState();
      // A field that has a use for Escape has taken it by now.
      if (key === 'Escape') {
        if (maximised !== null) maximise(null);
      } else if ((key === 'f' || key === 'F') && !isTypedInto(target)) {
        maximise(maximised === null ? panelMeant() : null);
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [view]);
}

/** What lies over the panels has its keys to itself. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

function panelMeant(): PanelName {
  const place =
    document.activeElement?.closest('[data-place]') ?? document.querySelector('[data-place]:hover');
  const name = place?.getAttribute('data-place');
  return PANEL_NAMES.find((one) => one === name) ?? 'signal';
}
