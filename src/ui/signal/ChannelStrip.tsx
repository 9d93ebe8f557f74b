import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Channel } from '../../analysis/messages.ts';
import { unitSign } from '../format.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { readPlotColours } from './plotColours.ts';
import { signalSummary } from './plotSummary.ts';
import styles from './signal.module.css';
import { createStripPlot } from './stripPlot.ts';
import { useViewFeed } from './viewFeedContext.ts';

const SUMMARY_EVERY_MS = 1000;

interface ChannelStripProps {
  readonly channel: Channel;
  readonly index: number;
  readonly last: boolean;
}

/** One channel: its heading is in the legend above; the canvas is redrawn from the view feed. */
export function ChannelStrip({ channel, index, last }: ChannelStripProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const feed = useViewFeed();
  const { view, labels } = useTidemark();
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !feed) return;
    const plot = createStripPlot(element, {
      channel: index,
      showTimeAxis: last,
      colours: readPlotColours(),
      labels: () => labels.getState().labels,
      onSelect: (range) => {
        if (labels.getState().labelling) labels.getState().add({ channel: index, ...range });
        else if (range.toMs > range.fromMs) view.getState().fix(range);
      },
    });
    const observer = new ResizeObserver(() => {
      plot.resize(Math.max(element.clientWidth, 80), Math.max(element.clientHeight, 40));
      feed.setWidth(Math.round(element.clientWidth * devicePixelRatio));
    });
    observer.observe(element);
    const unsubscribe = feed.subscribe(plot.show);
    const unsubscribeLabels = labels.subscribe(plot.redraw);
    return () => {
      unsubscribe();
      unsubscribeLabels();
      observer.disconnect();
      plot.destroy();
    };
  }, [feed, index, last, view, labels, scheme]);

  useEffect(() => {
    const describe = (): void => {
      const data = feed?.latest()?.channels[index] ?? null;
      host.current?.setAttribute('aria-label', signalSummary(channel, data));
    };
    describe();
    const timer = setInterval(describe, SUMMARY_EVERY_MS);
    return () => clearInterval(timer);
  }, [feed, channel, index]);

  return (
    <div className={last ? styles.lastStrip : styles.strip}>
      <span className={styles.stripName}>
        {channel.name}
        {channel.unit !== '' && <span className={styles.unit}> {unitSign(channel.unit)}</span>}
      </span>
      <div ref={host} className={styles.canvas} role="img" />
    </div>
  );
}
