import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ChannelView, Readout, View } from '../../../src/analysis/messages/viewMessages.ts';
import { createPlotOffers } from '../../../src/ui/plot/plotOffers.ts';
import { PlottingContext } from '../../../src/ui/plot/plotting.ts';
import type { ViewFeed } from '../../../src/ui/plot/viewFeed.ts';
import { CurrentValue } from '../../../src/ui/signal/CurrentValue.tsx';
import { movedApart, newestWords } from '../../../src/ui/signal/drawNewest.ts';
import { HoverReadout } from '../../../src/ui/signal/HoverReadout.tsx';
import type { Navigation } from '../../../src/ui/signal/navigation.ts';
import { OverviewWindow } from '../../../src/ui/signal/OverviewWindow.tsx';
import { TidemarkContext } from '../../../src/ui/tidemarkContext.ts';
import { createWorld } from '../../state/world.ts';

const EMPTY = new Float64Array();

const channelView = (values: readonly number[]): ChannelView => ({
  time: Float64Array.from(values, (_, i) => i),
  value: Float64Array.from(values),
  lower: EMPTY,
  upper: EMPTY,
  bands: { from: EMPTY, to: EMPTY, min: EMPTY, max: EMPTY },
  marks: [],
  collective: [],
  drift: [],
  rhythm: [],
  latest: { value: values.at(-1) ?? Number.NaN, deviation: 1 },
  learning: null,
});

const viewOf = (values: readonly number[], readouts?: readonly (Readout | null)[]): View => ({
  fromMs: 0,
  toMs: 10_000,
  extent: null,
  gaps: [],
  channels: [channelView(values)],
  ...(readouts && { readouts }),
});

function feedOf(): { feed: ViewFeed; show: (view: View) => void } {
  const listeners = new Set<(view: View) => void>();
  let latest: View | null = null;
  return {
    feed: {
      latest: () => latest,
      subscribe: (draw) => {
        listeners.add(draw);
        return () => {
          listeners.delete(draw);
        };
      },
      setWidth: () => undefined,
      start: () => () => undefined,
    },
    show: (view) => {
      latest = view;
      for (const draw of listeners) draw(view);
    },
  };
}

describe('the current value of a channel', () => {
  it('stands with its unit, rounded to what is seen, exact on hover', () => {
    const { feed, show } = feedOf();
    render(
      <PlottingContext value={{ feed, offers: createPlotOffers(), enlargedBy: 1 }}>
        <CurrentValue channel={0} unit="degC" />
      </PlottingContext>,
    );
    act(() => show(viewOf([40, 43, 41.321789])));
    const value = screen.getByText('41.32 °C');
    expect(value).toHaveAttribute('title', '41.321789 °C');
  });
});

describe('the newest values at the right edge', () => {
  it('leave out what the axis says once', () => {
    expect(newestWords(1e9 + 0.0023, { min: 1e9, max: 1e9 + 0.01 }, 1e9)).toBe('0.00230');
  });

  it('move apart where they would stand on each other, in the order of their values', () => {
    const label = (y: number, words: string) => ({ y, words, colour: 'black' });
    const moved = movedApart([label(52, 'b'), label(50, 'a'), label(99, 'c')], 0, 100, 14);
    expect(moved.map(({ words }) => words)).toEqual(['a', 'b', 'c']);
    expect(moved.map(({ y }) => y)).toEqual([50, 64, 99]);
    const low = movedApart([label(98, 'a'), label(99, 'b')], 0, 100, 14);
    expect(low.map(({ y }) => y)).toEqual([86, 100]);
  });
});

describe('the readout under the pointer', () => {
  const readout: Readout = {
    timeMs: 5000,
    value: 4.8123,
    lower: -1.25,
    upper: 1.25,
    judged: { deviation: 20.04, limit: 4 },
    by: 'both',
    alarm: true,
  };

  function shown(readouts: readonly (Readout | null)[] | undefined): void {
    const world = createWorld();
    const { feed, show } = feedOf();
    render(
      <PlottingContext value={{ feed, offers: createPlotOffers(), enlargedBy: 1 }}>
        <TidemarkContext value={world.tidemark}>
          <HoverReadout visible={[0]} insets={{ left: 60, right: 60 }} pointerY={{ current: 10 }} />
        </TidemarkContext>
      </PlottingContext>,
    );
    act(() => {
      world.connectTo();
      world.tidemark.view.getState().point({ share: 0.5, channels: [0] });
      show(viewOf([0, 1, 4.8123], readouts));
    });
  }

  it('tells time, exact value, σ, limits and who flagged it', () => {
    shown([readout]);
    expect(screen.getByText(/^1 Jan 1970 \d\d:\d\d:05\.000$/)).toBeInTheDocument();
    expect(screen.getByText('4.8123 g')).toBeInTheDocument();
    expect(screen.getByText('20 σ of 4.0 σ')).toBeInTheDocument();
    expect(screen.getByText('limits −1.250 to 1.250 g')).toBeInTheDocument();
    expect(screen.getByText('alarm, by browser and board')).toBeInTheDocument();
  });

  it('is not there where there is no sample, or nobody points', () => {
    shown([null]);
    shown(undefined);
    expect(screen.queryByText(/05\.000/)).toBeNull();
  });
});

describe('the window on the overview', () => {
  const spanOf = (fromMs: number, toMs: number, newestMs: number): View => ({
    ...viewOf([1]),
    fromMs,
    toMs,
    extent: { fromMs: 0, toMs: newestMs, rawFromMs: null },
  });

  it('tells its moments at once where it is put, and seldom while it follows the signal', () => {
    const { feed, show } = feedOf();
    const navigation = {} as Navigation;
    render(
      <PlottingContext value={{ feed, offers: createPlotOffers(), enlargedBy: 1 }}>
        <OverviewWindow
          session={{ current: { fromMs: 0, toMs: 90_000 } }}
          navigation={navigation}
        />
      </PlottingContext>,
    );
    const start = screen.getByRole('slider', { name: 'Start of the visible window' });
    show(spanOf(40_000, 50_000, 90_000));
    expect(start).toHaveAttribute('aria-valuenow', '40');
    show(spanOf(41_000, 51_000, 90_000));
    expect(start).toHaveAttribute('aria-valuenow', '41');
    const place = start.style.left;
    show(spanOf(80_000, 90_000, 90_000));
    expect(start).toHaveAttribute('aria-valuenow', '41');
    expect(start.style.left).not.toBe(place);
  });
});
