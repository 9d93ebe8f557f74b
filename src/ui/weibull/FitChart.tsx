import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { readPlotColours } from '../plot/plotColours.ts';
import type { PlotFacts } from '../plot/plotOffers.ts';
import { usePlotting } from '../plot/plotting.ts';
import { createFitPlot, type FitDrawing, type FitPlot } from './fitPlot.ts';
import styles from './weibull.module.css';

/** A dot that jumps more often is a blur, and each time the whole plot is drawn. */
const FOLLOWED_EVERY_MS = 100;

interface FitChartProps {
  /** Null while there is nothing to see. */
  readonly drawing: FitDrawing | null;
  readonly facts: PlotFacts;
  readonly channel: number;
  /** Whether its newest sample is followed. */
  readonly following: boolean;
  /** A deviation that is marked and stands, σ; none unless said. */
  readonly standing?: number | null;
}

/** One tab's plot of the fit; what it shows can be exported as it is. */
export function FitChart({
  drawing,
  facts,
  channel,
  following,
  standing = null,
}: FitChartProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<FitPlot | null>(null);
  const shown = useRef<PlotFacts | null>(null);
  const plotting = usePlotting();
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !plotting) return;
    const { feed, offers, enlargedBy } = plotting;
    const mine = createFitPlot(element, readPlotColours(element), enlargedBy);
    plot.current = mine;
    let shownMs = Number.NEGATIVE_INFINITY;
    const unsubscribe = feed.subscribe((view) => {
      const now = performance.now();
      if (!following || now - shownMs < FOLLOWED_EVERY_MS) return;
      shownMs = now;
      mine.showLatest(view.channels[channel]?.latest?.deviation ?? null);
    });
    const takeBack = offers.offer({
      picture: 'fit',
      place: 0,
      channels: [channel],
      size: mine.size,
      facts: () => shown.current,
      draw: mine.drawOn,
    });
    return () => {
      takeBack();
      unsubscribe();
      mine.destroy();
      plot.current = null;
    };
  }, [plotting, channel, following, scheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot made anew needs its drawing again
  useEffect(() => {
    shown.current = drawing && facts;
    if (drawing) plot.current?.show(drawing);
    if (!following) plot.current?.showLatest(standing);
  }, [drawing, facts, plotting, channel, following, standing, scheme]);

  return <div ref={host} className={styles.chart} role="img" aria-label={facts.summary} />;
}
