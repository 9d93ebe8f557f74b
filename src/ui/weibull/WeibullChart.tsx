import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { readPlotColours } from '../signal/plotColours.ts';
import { weibullSummary } from '../signal/plotSummary.ts';
import { useViewFeed } from '../signal/viewFeedContext.ts';
import styles from './weibull.module.css';
import { createWeibullPlot, type WeibullPlot } from './weibullPlot.ts';

interface WeibullChartProps {
  readonly fit: FitReport;
  readonly channel: number;
  readonly gamma: number;
  readonly delta: number;
}

export function WeibullChart({ fit, channel, gamma, delta }: WeibullChartProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<WeibullPlot | null>(null);
  const feed = useViewFeed();
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !feed) return;
    const mine = createWeibullPlot(element, readPlotColours());
    plot.current = mine;
    const unsubscribe = feed.subscribe((view) =>
      mine.showLatest(view.channels[channel]?.latest?.deviation ?? null),
    );
    return () => {
      unsubscribe();
      mine.destroy();
      plot.current = null;
    };
  }, [feed, channel, scheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot made anew needs its facts again
  useEffect(() => {
    plot.current?.show({ fit, gamma, delta });
  }, [fit, gamma, delta, feed, channel, scheme]);

  return (
    <div
      ref={host}
      className={styles.chart}
      role="img"
      aria-label={weibullSummary(fit, gamma, delta)}
    />
  );
}
