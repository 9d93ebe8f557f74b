import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTidemark } from '../tidemarkContext.ts';
import { createOverviewPlot } from './overviewPlot.ts';
import { readPlotColours } from './plotColours.ts';
import styles from './signal.module.css';
import { useViewFeed } from './viewFeedContext.ts';

const ASK_EVERY_MS = 1000;

/** The whole session of one channel; a click goes there. */
export function Overview({ channel }: { readonly channel: number }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const feed = useViewFeed();
  const { client, view } = useTidemark();
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !feed) return;
    const plot = createOverviewPlot(element, readPlotColours(), (timeMs) => {
      const shown = feed.latest();
      const half = shown ? (shown.toMs - shown.fromMs) / 2 : 15_000;
      view.getState().fix({ fromMs: timeMs - half, toMs: timeMs + half });
    });
    let gone = false;
    const ask = async (): Promise<void> => {
      const width = Math.max(element.clientWidth, 80);
      const reply = await client.view({ kind: 'all' }, width);
      if (!gone && reply.kind === 'view') plot.show(reply.view, channel);
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    const unsubscribe = feed.subscribe(plot.mark);
    void ask();
    const observer = new ResizeObserver(() => plot.resize(Math.max(element.clientWidth, 80)));
    observer.observe(element);
    return () => {
      gone = true;
      clearInterval(timer);
      unsubscribe();
      observer.disconnect();
      plot.destroy();
    };
  }, [feed, client, view, channel, scheme]);

  return (
    <div
      ref={host}
      className={styles.overview}
      role="img"
      aria-label="The whole session, with the visible window marked"
    />
  );
}
