import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useCommandKeys } from '../../../src/ui/commands/useCommandKeys.ts';
import { PresenterView } from '../../../src/ui/presenter/PresenterView.tsx';
import { enlargementOf } from '../../../src/ui/presenter/usePresentedPlotting.ts';
import { useView } from '../../../src/ui/tidemarkContext.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

// There is no canvas here to draw a signal on; Chromium's are in test/browser/presenter.spec.ts.
vi.mock('../../../src/ui/signal/Strips.tsx', () => ({ Strips: () => null }));

/** As the page has it. */
function Stage(): ReactNode {
  useCommandKeys();
  return useView((state) => state.presenting) ? <PresenterView /> : <p>All panels</p>;
}

function staged(): World {
  const world = createWorld();
  renderWith(world, <Stage />);
  return world;
}

function injected(world: World): string[] {
  return heardOf(world.worker, 'inject').map(({ injection }) => injection);
}

describe('the presenter view', () => {
  it('is entered and left by keys, once there is something to show', async () => {
    const world = staged();
    await userEvent.keyboard('v');
    expect(screen.getByText('All panels')).toBeInTheDocument();
    act(() => world.connectTo());
    await userEvent.keyboard('v');
    expect(screen.getByRole('main', { name: 'Presenter view' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('All panels')).toBeInTheDocument();
    await userEvent.keyboard('vv');
    expect(screen.getByText('All panels')).toBeInTheDocument();
  });

  it('has a key for each disturbance, and says what to expect of it', async () => {
    const world = staged();
    act(() => world.connectTo());
    await userEvent.keyboard('v15');
    expect(injected(world)).toEqual(['spike', 'flat']);
    expect(screen.getByText(/^Flat line: flagged within .*\.$/)).toBeInTheDocument();
    await userEvent.keyboard('9');
    await userEvent.click(screen.getByRole('button', { name: /Burst/ }));
    expect(injected(world)).toEqual(['spike', 'flat', 'burst']);
  });

  it('tells of the last anomaly and why it was flagged', async () => {
    const world = staged();
    act(() => world.connectTo());
    await userEvent.keyboard('v');
    expect(screen.getByText('No anomaly so far.')).toBeInTheDocument();
    const events = [anEvent(7, { peakDeviation: -20.04, peakValue: 4.81, by: 'both' })];
    act(() =>
      world.worker.say({ type: 'events', replaceAll: false, events, counts: eventCounts(1) }),
    );
    const told = screen.getByRole('region', { name: 'Last anomaly' });
    expect(told).toHaveTextContent('x 4.810 g');
    expect(told).toHaveTextContent('20.0 σ from the mean.');
    expect(told).toHaveTextContent('seen by browser + board');
    expect(heardOf(world.worker, 'why').map(({ event }) => event)).toEqual([7]);
  });

  it('stands still where the person looked, until they go back to live', async () => {
    const world = staged();
    act(() => world.connectTo());
    act(() => world.tidemark.view.getState().fix({ fromMs: 1, toMs: 2 }));
    await userEvent.keyboard('v');
    expect(screen.getByRole('button', { name: /Back to live/ })).toBeInTheDocument();
    await userEvent.keyboard('l');
    expect(world.tidemark.view.getState().fixed).toBeNull();
  });
});

describe('letters of plots', () => {
  it('grow with the smaller side of the window, and are never smaller than usual', () => {
    expect(enlargementOf(1280, 720)).toBe(1.8);
    expect(enlargementOf(1920, 720)).toBe(1.8);
    expect(enlargementOf(1920, 1080)).toBe(2.7);
    expect(enlargementOf(390, 844)).toBe(1);
  });
});
