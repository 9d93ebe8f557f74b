import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { SignalPanel } from '../../../src/ui/signal/SignalPanel.tsx';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const toggle = (): HTMLElement => screen.getByRole('button', { name: 'Label anomalies' });
const labels = (world: World) => world.tidemark.labels.getState().labels;

function showing(): World {
  const world = createWorld();
  renderWith(world, <SignalPanel />);
  act(() => world.connectTo());
  return world;
}

function label(world: World, timeMs: number): void {
  act(() =>
    world.tidemark.labels
      .getState()
      .add({ channel: 0, fromMs: timeMs, toMs: timeMs + 100, name: 'true anomaly' }),
  );
}

describe('labelling', () => {
  it('is begun and ended with one button that says which', async () => {
    showing();
    expect(toggle()).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(toggle());
    expect(toggle()).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/Click a moment or drag/)).toBeInTheDocument();
    await userEvent.click(toggle());
    expect(screen.queryByText(/Click a moment or drag/)).toBeNull();
  });

  it('is ended with Escape', async () => {
    showing();
    await userEvent.click(toggle());
    await userEvent.keyboard('{Escape}');
    expect(toggle()).toHaveAttribute('aria-pressed', 'false');
  });

  it('counts its labels, undoes the last with the button, and clears them', async () => {
    const world = showing();
    await userEvent.click(toggle());
    label(world, 1000);
    label(world, 2000);
    expect(screen.getByRole('status')).toHaveTextContent('2 labels');
    await userEvent.click(screen.getByRole('button', { name: 'Undo label' }));
    expect(labels(world).map(({ fromMs }) => fromMs)).toEqual([1000]);
    await userEvent.click(screen.getByRole('button', { name: 'Clear labels' }));
    expect(labels(world)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo label' }));
    expect(labels(world)).toHaveLength(1);
  });

  it('says why there is nothing to undo', async () => {
    showing();
    await userEvent.click(toggle());
    expect(screen.getByRole('button', { name: 'Undo label' })).toHaveAccessibleDescription(
      'There is no label to undo.',
    );
  });

  it('takes one back with Ctrl+Z while the plots have the focus, and not from elsewhere', async () => {
    const world = showing();
    await userEvent.click(toggle());
    label(world, 1000);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(labels(world)).toHaveLength(1);
    act(() => screen.getByRole('group', { name: 'Plots' }).focus());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(labels(world)).toEqual([]);
  });
});

describe('the scores line', () => {
  it('tells how these parameters do against the labels, and is absent without any', () => {
    const world = createWorld();
    renderWith(world, <ParameterPanel />);
    act(() => world.connectTo());
    act(() => world.sayHealth({ scores: null }));
    expect(screen.queryByText(/precision/)).toBeNull();
    for (const second of [1, 2, 3, 4, 5]) label(world, 1000 * second);
    act(() => world.sayHealth({ scores: { precision: 0.923, recall: 1, f1: 0.9599 } }));
    expect(
      screen.getByText(/precision 0.92, recall 1.00, F1 0.96 against your 5 labels/),
    ).toBeInTheDocument();
  });
});
