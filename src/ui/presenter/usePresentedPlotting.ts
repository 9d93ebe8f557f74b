import { type RefObject, useEffect, useMemo, useState } from 'react';
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

/**
 * Plots of their own, in letters as large as the window is: they follow what the person looks at, and
 * are not what an export takes.
 */
export function usePresentedPlotting(host: RefObject<HTMLElement | null>): Plotting {
  const { client, view } = useTidemark();
  const [enlargedBy, setEnlargedBy] = useState(1);
  useEffect(() => {
    // The host's own window, which may be on the projector.
    const screen = host.current?.ownerDocument.defaultView;
    if (!screen) return;
    const measure = (): void => setEnlargedBy(enlargementOf(screen.innerWidth, screen.innerHeight));
    measure();
    screen.addEventListener('resize', measure);
    return () => screen.removeEventListener('resize', measure);
  }, [host]);
  const feed = useMemo(
    () =>
      createViewFeed({
        ask: (range, widthPx) => client.view(range, widthPx),
        range: () => rangeOf(view.getState()),
        onNextFrame: (callback) =>
          (host.current?.ownerDocument.defaultView ?? window).requestAnimationFrame(callback),
      }),
    [client, view, host],
  );
  const offers = useMemo(() => createPlotOffers(), []);
  useEffect(() => feed.start(), [feed]);
  return useMemo(() => ({ feed, offers, enlargedBy }), [feed, offers, enlargedBy]);
}
