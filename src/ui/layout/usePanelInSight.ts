import { type RefObject, useEffect } from 'react';
import type { PanelName } from '../../state/viewStore.ts';
import { useTidemark } from '../tidemarkContext.ts';

/**
 * Where the page scrolls, an event that is chosen far below brings the signal into sight, and what
 * leads to a panel brings that.
 */
export function usePanelInSight(layout: RefObject<HTMLElement | null>): void {
  const { view } = useTidemark();
  useEffect(() => {
    function bring(panel: PanelName, block: ScrollLogicalPosition): void {
      layout.current?.querySelector(`[data-place="${panel}"]`)?.scrollIntoView({ block });
    }
    return view.subscribe((now, before) => {
      // Its top is what it is called, and where one begins to read.
      if (now.sought && now.sought !== before.sought) bring(now.sought.panel, 'start');
      else if (now.chosen && now.chosen !== before.chosen) bring('signal', 'nearest');
    });
  }, [view, layout]);
}
