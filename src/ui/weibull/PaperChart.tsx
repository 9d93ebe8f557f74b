import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { readPlotColours } from '../signal/plotColours.ts';
import { paperSummary } from '../signal/plotSummary.ts';
import { useViewFeed } from '../signal/viewFeedContext.ts';
import { createPaperPlot, type PaperPlot } from './paperPlot.ts';
import styles from './weibull.module.css';

export function PaperChart({ fit }: { readonly fit: FitReport }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<PaperPlot | null>(null);
  const feed = useViewFeed();
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !feed) return;
    const mine = createPaperPlot(element, readPlotColours());
    plot.current = mine;
    return () => {
      mine.destroy();
      plot.current = null;
    };
  }, [feed, scheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot made anew needs its facts again
  useEffect(() => {
    plot.current?.show(fit);
  }, [fit, feed, scheme]);

  return <div ref={host} className={styles.chart} role="img" aria-label={paperSummary(fit)} />;
}
