import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ChannelView, View } from '../../../src/analysis/messages/viewMessages.ts';
import { createPlotOffers } from '../../../src/ui/plot/plotOffers.ts';
import { PlottingContext } from '../../../src/ui/plot/plotting.ts';
import { TableDialog } from '../../../src/ui/tables/TableDialog.tsx';
import { fitRows, sessionRows, signalRows } from '../../../src/ui/tables/tableRows.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const START_MS = 1_700_000_000_000;

function aChannel(changes: Partial<ChannelView> = {}): ChannelView {
  const seconds = [0, 1, 2, 3].map((at) => START_MS / 1000 + at);
  return {
    time: Float64Array.from(seconds),
    value: Float64Array.of(1, Number.NaN, -4.5, 2),
    lower: Float64Array.of(Number.NaN, -3, -3, -3),
    upper: Float64Array.of(Number.NaN, 3, 3, 3),
    bands: {
      from: new Float64Array(),
      to: new Float64Array(),
      min: new Float64Array(),
      max: new Float64Array(),
    },
    marks: [
      {
        timeMs: START_MS + 2000,
        value: -4.5,
        by: 'both',
        outlier: true,
        alarms: 1,
        cause: 'level',
      },
    ],
    collective: [],
    drift: [],
    rhythm: [],
    latest: { value: 2, deviation: 0.5 },
    learning: null,
    ...changes,
  };
}

const aView = (channel = aChannel()): View => ({
  fromMs: START_MS,
  toMs: START_MS + 4000,
  extent: { fromMs: START_MS, toMs: START_MS + 4000, rawFromMs: null },
  channels: [channel],
  gaps: [],
});

describe('the rows of a table', () => {
  it('are what is drawn, the newest first, with limits and who flagged', () => {
    const rows = signalRows(aChannel(), 3);
    expect(rows.map(({ value }) => value)).toEqual([2, -4.5, Number.NaN]);
    expect(rows.map(({ by }) => by)).toEqual([null, 'both', null]);
    expect(rows[1]).toMatchObject({ timeMs: START_MS + 2000, lower: -3, upper: 3 });
  });

  it('of a session tell lowest, highest and alarms of each stretch, and where there is nothing', () => {
    const rows = sessionRows(aView(), 0, 4);
    expect(rows.map(({ range }) => range)).toEqual([
      { low: 2, high: 2 },
      { low: -4.5, high: -4.5 },
      null,
      { low: 1, high: 1 },
    ]);
    expect(rows.map(({ alarms }) => alarms)).toEqual([0, 1, 0, 0]);
  });

  it('of a session know what is left of samples that were given up', () => {
    const at = START_MS / 1000;
    const bands = {
      from: Float64Array.of(at),
      to: Float64Array.of(at + 0.5),
      min: Float64Array.of(-9),
      max: Float64Array.of(9),
    };
    expect(sessionRows(aView(aChannel({ bands })), 0, 4).at(-1)?.range).toEqual({
      low: -9,
      high: 9,
    });
  });

  it('of a fit are its maxima, with what was counted and what the curve says', () => {
    const fit = {
      maxima: [1, 2],
      needed: 2,
      weibull: { shape: 2, scale: 2, location: 0, r2: 0.9, q: 3 },
      gamma: 4,
      delta: 0.94,
      level: 0.99,
      gev: null,
      gevMaxima: [],
    };
    const rows = fitRows(fit);
    expect(rows.map(({ counted }) => counted)).toEqual([0.25, 0.75]);
    expect(rows[1]?.fitted).toBeCloseTo(1 - Math.exp(-1));
    expect(fitRows({ ...fit, weibull: null })[0]?.fitted).toBeNull();
  });
});

function opened(view: View | null): World {
  const world = createWorld();
  const feed = {
    latest: () => view,
    subscribe: () => () => undefined,
    setWidth: () => undefined,
    start: () => () => undefined,
  };
  renderWith(
    world,
    <PlottingContext value={{ feed, offers: createPlotOffers(), enlargedBy: 1 }}>
      <TableDialog />
    </PlottingContext>,
  );
  act(() => world.connectTo());
  act(() => world.tidemark.view.getState().showTable('signal'));
  return world;
}

describe('the tables', () => {
  it('show the signal with its headings, and can be closed', async () => {
    opened(aView());
    const dialog = await screen.findByRole('dialog', { name: 'As a table' });
    const row = within(dialog).getByRole('row', { name: /browser and board/ });
    expect(row).toHaveTextContent(/−4\.5|-4\.5/);
    expect(within(dialog).getAllByRole('row')).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Close the tables' }));
    expect(screen.queryByRole('dialog', { name: 'As a table' })).toBeNull();
  });

  it('say so when there is nothing yet', async () => {
    opened(null);
    const dialog = await screen.findByRole('dialog', { name: 'As a table' });
    expect(dialog).toHaveTextContent('There is nothing yet.');
  });
});
