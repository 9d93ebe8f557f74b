import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Span, View } from '../../analysis/messages/viewMessages.ts';
import { readPlotColours, signalStroke } from '../plot/plotColours.ts';
import { useViewFeed } from '../plot/plotting.ts';
import type { ViewFeed } from '../plot/viewFeed.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { overviewHeight } from './drawOverview.ts';
import type { Navigation } from './navigation.ts';
import { OverviewWindow } from './OverviewWindow.tsx';
import styles from './overview.module.css';
import { createOverviewCanvas } from './overviewCanvas.ts';
import { overviewSummary } from './overviewSummary.ts';
import { OVERVIEW_WORDS } from './plotWords.ts';
import { RIGHT_PADDING, Y_AXIS_WIDTH } from './stripPlot.ts';

const ASK_EVERY_MS = 1000;
const LEAST_WIDTH = 80;
/** Where the strips need the room more. */
const SMALL = '(max-width: 860px), (max-height: 760px)';

/** What each screen's overview showed last: drawn at once where it comes back from the presenter view. */
const SHOWN_LAST = new WeakMap<ViewFeed, View>();

interface OverviewProps {
  /** Those that have a lane, from the top; alarms are shown of all. */
  readonly channels: readonly number[];
  readonly navigation: Navigation;
}

/** The whole session, every channel, every alarm, and the window on it that the strips show. */
export function Overview({ channels: shown, navigation }: OverviewProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<Span | null>(null);
  const feed = useViewFeed();
  const { client, board } = useTidemark();
  const scheme = useComputedColorScheme('light');
  // React compares what an effect depends on by identity; the same channels make the same plot.
  const key = shown.join();
  const isSmall = useMediaQuery(SMALL, false, { getInitialValueInEffect: false });
  const height = overviewHeight(shown.length, isSmall);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !feed) return;
    const colours = readPlotColours();
    const lanes = key.split(',').map(Number);
    const plot = createOverviewCanvas(element, {
      lanes,
      colourOf: (channel) =>
        lanes.length > 1
          ? signalStroke(colours, board.getState().channels[channel]?.colour ?? channel).colour
          : colours.text,
      colours,
    });
    let gone = false;
    let askedWidth = 0;
    const width = (): number => Math.max(element.clientWidth, LEAST_WIDTH);
    const show = (whole: View): void => {
      session.current = whole;
      plot.show(whole);
      element.setAttribute('aria-label', overviewSummary(whole, board.getState().channels));
    };
    const ask = async (): Promise<void> => {
      askedWidth = width();
      const reply = await client.view({ kind: 'all' }, askedWidth);
      if (gone || reply.kind !== 'view') return;
      SHOWN_LAST.set(feed, reply.view);
      show(reply.view);
    };
    const before = SHOWN_LAST.get(feed);
    if (before && isOfOneSignal(before, feed.latest())) show(before);
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    void ask();
    const observer = new ResizeObserver(() => {
      plot.resize(width(), height);
      // Columns of another width are drawn as they are, coarse or cut.
      if (width() !== askedWidth) void ask();
    });
    observer.observe(element);
    return () => {
      gone = true;
      clearInterval(timer);
      observer.disconnect();
      plot.destroy();
    };
  }, [feed, client, board, key, height, scheme]);

  return (
    <div className={styles.overview} style={{ height: height + 1 }}>
      <div
        ref={host}
        className={styles.overviewPlot}
        style={{ left: Y_AXIS_WIDTH, right: RIGHT_PADDING }}
        role="img"
        aria-label={OVERVIEW_WORDS.whole}
      />
      <OverviewWindow session={session} navigation={navigation} />
    </div>
  );
}

/** A signal begins when it begins, and keeps its channels. */
function isOfOneSignal(whole: View, shown: View | null): boolean {
  return (
    shown?.extent?.fromMs === whole.extent?.fromMs &&
    shown?.channels.length === whole.channels.length
  );
}
