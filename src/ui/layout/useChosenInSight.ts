import { type RefObject, useEffect } from 'react';
import { useTidemark } from '../tidemarkContext.ts';

/** Where the page scrolls, an event that is chosen far below brings the signal into sight. */
export function useChosenInSight(layout: RefObject<HTMLElement | null>): void {
  const { view } = useTidemark();
  useEffect(
    () =>
      view.subscribe((now, before) => {
        if (now.chosen === null || now.chosen === before.chosen) return;
        layout.current
          ?.querySelector('[data-place="signal"]')
          ?.scrollIntoView({ block: 'nearest' });
      }),
    [view, layout],
  );
}
