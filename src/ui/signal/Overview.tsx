import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Span } from '../../analysis/messages/viewMessages.ts';
import { readPlotColours } from '../plot/plotColours.ts';
import { useViewFeed } from '../plot/plotting.ts';
import { useTidemark } from '../tidemarkContext.ts';
import type { Navigation } from './navigation.ts';
import { OverviewWindow } from './OverviewWindow.tsx';
import styles from './overview.module.css';
import { createOverviewPlot } from './overviewPlot.ts';

const ASK_EVERY_MS = 1000;

interface OverviewProps {
  readonly channel: number;
  readonly navigation: Navigation;
}

/** The whole session of one channel, and the window on it that the strips show. */
export function Overview({ channel, navigation }: OverviewProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<Span | null>(null);
  const feed = useViewFeed();
  const { client } = useTidemark();
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !feed) return;
    const plot = createOverviewPlot(element, readPlotColours());
    let gone = false;
    const ask = async (): Promise<void> => {
      const width = Math.max(element.clientWidth, 80);
      const reply = await client.view({ kind: 'all' }, width);
      if (gone || reply.kind !== 'view') return;
      session.current = reply.view;
      plot.show(reply.view, channel);
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    void ask();
    const observer = new ResizeObserver(() => plot.resize(Math.max(element.clientWidth, 80)));
    observer.observe(element);
    return () => {
      gone = true;
      clearInterval(timer);
      observer.disconnect();
      plot.destroy();
    };
  }, [feed, client, channel, scheme]);

  return (
    <div className={styles.overview}>
      <div
        ref={host}
        className={styles.overviewPlot}
        role="img"
        aria-label="The whole session, with the visible window marked"
      />
      <OverviewWindow session={session} navigation={navigation} />
    </div>
  );
}
