import { useComputedColorScheme } from '@mantine/core';
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { TRUE_ANOMALY } from '../../detector/scores.ts';
import { unitSign } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { readPlotColours } from '../plot/plotColours.ts';
import { usePlotting } from '../plot/plotting.ts';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { windowOf } from '../windowOf.ts';
import { CurrentValue } from './CurrentValue.tsx';
import type { NameReach } from './drawMarks.ts';
import { watchOnScreen } from './onScreen.ts';
import { ShelvedSign } from './ShelvedSign.tsx';
import styles from './signal.module.css';
import { signalSummary } from './signalSummary.ts';
import { stripFacts } from './stripFacts.ts';
import { createStripPlot, Y_AXIS_WIDTH } from './stripPlot.ts';

const SUMMARY_EVERY_MS = 1000;

interface StripProps {
  /** Channels by scale, as in `StripOptions`. */
  readonly scales: readonly (readonly number[])[];
  /** Counted from the top. */
  readonly place: number;
  readonly last: boolean;
}

/**
 * A plot of one channel, or of several overlaid: redrawn from the view feed, not by React. Other
 * channels may come by the hundred: they are nothing to this one.
 */
export const Strip = memo(StripOf, (before, now) => {
  const isInPlace = before.place === now.place && before.last === now.last;
  return isInPlace && JSON.stringify(before.scales) === JSON.stringify(now.scales);
});

function StripOf({ scales, place, last }: StripProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const leftName = useRef<HTMLSpanElement>(null);
  const rightName = useRef<HTMLSpanElement>(null);
  const reach = useRef<NameReach>({ left: 0, right: 0 });
  const plotting = usePlotting();
  const feed = plotting?.feed ?? null;
  const enlargedBy = plotting?.enlargedBy ?? 1;
  const { board, view, labels } = useTidemark();
  const members = scales.flat();
  const first = members[0] ?? 0;
  // In the order of `members`.
  const channels = useBoard(useShallow((state) => members.map((index) => state.channels[index])));
  const channelAt = (index: number) => channels[members.indexOf(index)];
  const scheme = useComputedColorScheme('light');
  // React compares what an effect depends on by identity; the same channels make the same plot.
  const key = JSON.stringify(scales);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with the channels
  useLayoutEffect(() => {
    const over = (name: HTMLElement | null): number =>
      name ? Math.max(0, name.offsetWidth / enlargedBy - Y_AXIS_WIDTH) : 0;
    const measure = (): void => {
      reach.current = { left: over(leftName.current), right: over(rightName.current) };
    };
    measure();
    // With a name stands its newest value, which is longer now and then.
    const names = [leftName.current, rightName.current].filter((name) => name !== null);
    const [first] = names;
    if (!first) return;
    const observer = new (windowOf(first).ResizeObserver)(measure);
    for (const name of names) observer.observe(name);
    return () => observer.disconnect();
  }, [channels, key, enlargedBy]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours read here
  useEffect(() => {
    const element = host.current;
    if (!element || !plotting) return;
    const { feed: source, offers } = plotting;
    const colours = readPlotColours(element);
    const plot = createStripPlot(element, {
      scales: JSON.parse(key),
      showTimeAxis: last,
      colours,
      enlargedBy: plotting.enlargedBy,
      names: () => reach.current,
      nameOf: (channel) => board.getState().channels[channel]?.name ?? '',
      colourOf: (channel) => board.getState().channels[channel]?.colour ?? channel,
      labels: () => labels.getState().labels,
      chosen: () => view.getState().chosen,
      yLimits: (channel) => view.getState().yLocks.get(channel) ?? null,
      onSelect: (range) => {
        if (labels.getState().labelling)
          labels.getState().add({ channel: first, ...range, name: TRUE_ANOMALY });
        else if (range.toMs > range.fromMs) view.getState().fix(range);
      },
    });
    // Of many strips most are scrolled away: they are drawn when they are looked at or exported.
    let isSeen = true;
    const showLatest = (): void => {
      const latest = source.latest();
      if (latest) plot.show(latest);
    };
    const unwatch = watchOnScreen(element, (seen) => {
      if (seen && !isSeen) showLatest();
      isSeen = seen;
    });
    const observer = new (windowOf(element).ResizeObserver)(() => {
      plot.resize(Math.max(element.clientWidth, 80), Math.max(element.clientHeight, 40));
      source.setWidth(Math.round(element.clientWidth * devicePixelRatio));
    });
    observer.observe(element);
    const unsubscribe = source.subscribe((latest) => {
      if (isSeen) plot.show(latest);
    });
    const unsubscribeLabels = labels.subscribe(plot.redraw);
    const unsubscribeChosen = view.subscribe((now, before) => {
      if (now.chosen !== before.chosen) plot.redraw();
    });
    const takeBack = offers.offer({
      picture: 'signal',
      place,
      channels: members,
      size: plot.size,
      facts: () =>
        stripFacts(JSON.parse(key), board.getState().channels, source.latest(), {
          yLocks: view.getState().yLocks,
          colours,
        }),
      draw(sheet) {
        if (!isSeen) showLatest();
        plot.drawOn(sheet);
      },
    });
    return () => {
      takeBack();
      unsubscribe();
      unsubscribeLabels();
      unsubscribeChosen();
      unwatch();
      observer.disconnect();
      plot.destroy();
    };
  }, [plotting, key, first, place, last, board, view, labels, scheme]);

  useEffect(() => {
    const describe = (): void => {
      const latest = feed?.latest() ?? null;
      const { fixed, yLocks } = view.getState();
      const words = members.flatMap((index, at) => {
        const channel = channels[at];
        if (!channel) return [];
        const looks = { paused: fixed !== null, yLimits: yLocks.get(index) ?? null };
        return [signalSummary(channel, latest, index, looks)];
      });
      host.current?.setAttribute('aria-label', words.join(' '));
    };
    describe();
    const timer = setInterval(describe, SUMMARY_EVERY_MS);
    return () => clearInterval(timer);
  }, [feed, channels, members, view]);

  return (
    <div className={last ? styles.lastStrip : styles.strip} data-channels={members.join()}>
      {scales.slice(0, 2).map((indexes, scale) => (
        <span
          key={indexes.join()}
          ref={scale === 0 ? leftName : rightName}
          className={scale === 0 ? styles.stripName : styles.rightStripName}
        >
          <OutsideText>{indexes.map((index) => channelAt(index)?.name).join(', ')}</OutsideText>{' '}
          {members.length === 1 ? (
            <>
              <CurrentValue channel={first} unit={channelAt(first)?.unit ?? ''} />
              <ShelvedSign channel={first} />
            </>
          ) : (
            <span className={styles.unit}>
              <OutsideText>{unitSign(channelAt(indexes[0] ?? 0)?.unit ?? '')}</OutsideText>
            </span>
          )}
        </span>
      ))}
      {/* Its name until the summary takes its place: no frame is without. */}
      <div
        ref={host}
        className={styles.canvas}
        role="img"
        aria-label={channels.map((channel) => channel?.name).join(', ')}
      />
    </div>
  );
}
