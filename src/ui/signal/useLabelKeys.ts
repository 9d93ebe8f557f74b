import { type RefObject, useEffect } from 'react';
import { useLabels, useTidemark } from '../tidemarkContext.ts';

const OTHER_USE = 'input:not([type=checkbox]), [role=dialog]';

/** While labelling: Escape ends it, and Ctrl+Z takes a label back while the plots have the focus. */
export function useLabelKeys(plots: RefObject<HTMLElement | null>): void {
  const { labels } = useTidemark();
  const labelling = useLabels((state) => state.labelling);
  useEffect(() => {
    if (!labelling) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      // In a field Escape drops what was typed, and a popover it closes.
      const hasOtherUse = target instanceof Element && target.closest(OTHER_USE) !== null;
      if (event.key === 'Escape' && !hasOtherUse) labels.getState().setLabelling(false);
      const inPlots = target instanceof Node && plots.current?.contains(target) === true;
      if (inPlots && event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        labels.getState().undo();
      }
    };
    // Before a tooltip keeps the key for itself.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [labels, labelling, plots]);
}
