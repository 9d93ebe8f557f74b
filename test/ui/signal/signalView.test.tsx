import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Statistics } from '../../../src/analysis/messages/historyMessages.ts';
import { CursorBar } from '../../../src/ui/signal/CursorBar.tsx';
import { RawLine } from '../../../src/ui/signal/RawLine.tsx';
import { SignalToolbar } from '../../../src/ui/signal/SignalToolbar.tsx';
import { ViewOptions } from '../../../src/ui/signal/ViewOptions.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const STATISTICS: Statistics = {
  count: 1234,
  min: -1.5,
  max: 2.5,
  mean: 0.25,
  sigma: 0.75,
  outliers: 3,
};
const FITS = [
  { megabytes: 100, samples: 2_500_000 },
  { megabytes: 300, samples: 10_000_000 },
  { megabytes: 600, samples: 20_000_000 },
];

let world: World;

beforeEach(() => {
  world = createWorld();
  world.connectTo();
});

/** Answers the newest question for statistics. */
async function sayMeasured(rawFromMs: number | null): Promise<void> {
  const asked = heardOf(world.worker, 'measure').at(-1);
  if (!asked) throw new Error('nothing was asked');
  const { request, fromMs, toMs } = asked;
  await act(async () => {
    world.worker.say({
      type: 'done',
      call: 'measure',
      request,
      result: {
        fromMs,
        toMs,
        rawFromMs,
        channels: [{ statistics: STATISTICS, atFrom: 1, atTo: 1.5 }],
      },
    });
    await Promise.resolve();
  });
}

function placeCursors(a: number, b: number): void {
  act(() => {
    world.tidemark.view.getState().placeCursor('a', a);
    world.tidemark.view.getState().placeCursor('b', b);
  });
}

describe('the cursors', () => {
  it('say the time between them and the statistics of the span', async () => {
    renderWith(world, <CursorBar />);
    placeCursors(10_000, 11_250);
    expect(heardOf(world.worker, 'measure').at(-1)).toMatchObject({ fromMs: 10_000, toMs: 11_250 });
    await sayMeasured(null);
    expect(screen.getByRole('region', { name: 'Cursors' })).toHaveTextContent('Δt 1.250 s');
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      '0.500',
      '1\u202f234',
      '−1.500',
      '2.500',
      '0.250',
      '0.750',
      '3',
    ]);
  });

  it('count from A to B, also backwards', async () => {
    renderWith(world, <CursorBar />);
    placeCursors(11_250, 10_000);
    await sayMeasured(null);
    expect(screen.getByRole('region', { name: 'Cursors' })).toHaveTextContent('Δt −1.250 s');
    expect(screen.getAllByRole('cell')[0]).toHaveTextContent('−0.500');
  });

  it('say when samples of the span were given up', async () => {
    renderWith(world, <CursorBar />);
    placeCursors(10_000, 20_000);
    await sayMeasured(15_000);
    expect(screen.getByText(/^Counted from .*: older samples were given up\.$/)).toBeVisible();
    placeCursors(10_000, 12_000);
    await sayMeasured(15_000);
    expect(screen.getByText(/only the overview of them is left/)).toBeVisible();
  });
});

describe('the memory for samples', () => {
  it('is chosen in megabytes and told in time', async () => {
    const user = userEvent.setup();
    renderWith(world, <ViewOptions />);
    act(() =>
      world.sayHealth({ rateHz: 1000, samples: 5e6, retention: { rawFromMs: null, fits: FITS } }),
    );
    await user.click(screen.getByRole('button', { name: 'Options' }));
    const choice = await screen.findByLabelText('Keep raw samples for as long as fits in');
    expect(choice).toHaveTextContent('100 MB – about 41 min 40 s at this rate');
    expect(choice).toHaveTextContent('300 MB – about 2 h 50 min at this rate');
    await user.selectOptions(choice, '100');
    expect(heardOf(world.worker, 'keep-within').at(-1)).toMatchObject({ megabytes: 100 });
    expect(world.tidemark.notices.getState().notices.at(-1)).toMatchObject({
      sentence: 'The oldest raw samples were given up; the overview of them stays.',
    });
    await user.selectOptions(choice, '600');
    expect(world.tidemark.notices.getState().notices).toHaveLength(1);
  });

  it('that is used up is told in a quiet line', () => {
    renderWith(world, <RawLine />);
    act(() => world.sayHealth({}));
    expect(screen.queryByText(/^Raw samples since/)).toBeNull();
    const rawFromMs = new Date(2026, 0, 1, 12, 5, 7).getTime();
    act(() => world.sayHealth({ retention: { rawFromMs, fits: FITS } }));
    expect(
      screen.getByText(/^Raw samples since 12:05:07; before that, the overview\./),
    ).toBeVisible();
  });
});

describe('the window among the choices', () => {
  it('is the one whose length is on screen, and another is told by its length', async () => {
    renderWith(world, <SignalToolbar navigation={null} />);
    const { view } = world.tidemark;
    const window = screen.getByRole('combobox', { name: 'Window' });
    act(() => view.getState().chooseWindow('all'));
    expect(window).toHaveDisplayValue('all');
    act(() => view.getState().jumpTo({ channel: 0, fromMs: 60_000, toMs: 60_500 }));
    expect(window).toHaveDisplayValue('2 min');
    act(() => view.getState().fix({ fromMs: 60_000, toMs: 105_000 }));
    expect(window).toHaveDisplayValue('45 s');
    await userEvent.selectOptions(window, 'all');
    expect(view.getState().fixed).toBeNull();
    expect(window).toHaveDisplayValue('all');
  });
});
