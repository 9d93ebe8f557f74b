import { useEffect, useMemo, useState } from 'react';
import { rangeOf } from '../../state/viewStore.ts';
import { createPlotOffers } from '../plot/plotOffers.ts';
import type { Plotting } from '../plot/plotting.ts';
import { createViewFeed } from '../plot/viewFeed.ts';
import { useTidemark } from '../tidemarkContext.ts';

/** Letters of 12 px are as high as the type of presenter.module.css in so large a window. */
const WIDTH_PX = 711;
const HEIGHT_PX = 400;
const MOST = 4;

/** How many times as large as usual plots are in a window of this size; in steps of a tenth. */
export function enlargementOf(widthPx: number, heightPx: number): number {
  const room = Math.min(widthPx / WIDTH_PX, heightPx / HEIGHT_PX);
  return Math.round(10 * Math.min(Math.max(room, 1), MOST)) / 10;
}

const measuredIn = ({ innerWidth, innerHeight }: Window): number =>
  enlargementOf(innerWidth, innerHeight);

/**
 * Plots of their own, in letters as large as the window is: they follow what the person looks at, and
 * are not what an export takes.
 *
 * @param at the window that they stand in
 */
export function usePresentedPlotting(at: Window): Plotting {
  const { client, view } = useTidemark();
  const [enlargedBy, setEnlargedBy] = useState(() => measuredIn(at));
  useEffect(() => {
    const measure = (): void => setEnlargedBy(measuredIn(at));
    at.addEventListener('resize', measure);
    return () => at.removeEventListener('resize', measure);
  }, [at]);
  const feed = useMemo(
    () =>
      createViewFeed({
        ask: (range, widthPx) => client.view(range, widthPx),
        range: () => rangeOf(view.getState()),
        onNextFrame: (callback) => at.requestAnimationFrame(callback),
        nowMs: () => at.performance.now(),
      }),
    [client, view, at],
  );
  const offers = useMemo(() => createPlotOffers(), []);
  useEffect(() => feed.start(), [feed]);
  return useMemo(() => ({ feed, offers, enlargedBy }), [feed, offers, enlargedBy]);
}
