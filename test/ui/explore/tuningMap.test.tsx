import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { StudyResult } from '../../../src/analysis/messages/studyMessages.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { ExplorePanel } from '../../../src/ui/explore/ExplorePanel.tsx';
import { mapDeltas, mapGammas } from '../../../src/ui/explore/heatMapAxes.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const MAP = {
  kind: 'heat-map',
  gammas: [2, 4, 6],
  deltas: [0.9, 0.94],
  measure: 'f1',
  values: [
    [0.1, 0.2],
    [0.3, 0.4],
    [0.5, 0.96],
  ],
} as const satisfies StudyResult;

async function onTuning(): Promise<World> {
  const world = createWorld();
  renderWith(world, <ExplorePanel />);
  act(() => world.connectTo());
  await userEvent.click(screen.getByRole('tab', { name: 'Tuning map' }));
  await screen.findByRole('button', { name: 'Compute the map' });
  return world;
}

async function withMap(result: StudyResult = MAP): Promise<World> {
  const world = await onTuning();
  await userEvent.click(screen.getByRole('button', { name: 'Compute the map' }));
  await act(() => world.endStudy(result));
  return world;
}

const editing = (world: World) => world.tidemark.tuning.getState().editing;

describe('the tuning map', () => {
  it('is asked for with the parameters being edited, and the current γ and δ on its axes', async () => {
    const world = await onTuning();
    act(() => world.tidemark.tuning.getState().edit({ gamma: 3.7, maxima: 9 }));
    await userEvent.click(screen.getByRole('button', { name: 'Compute the map' }));
    const study = heardOf(world.worker, 'study').at(-1)?.study;
    if (study?.kind !== 'heat-map') throw new Error('no map was asked for');
    expect(study.parameters).toEqual({ ...DEFAULT_PARAMETERS, gamma: 3.7, maxima: 9 });
    expect(study.gammas).toContain(3.7);
    expect(study.deltas).toContain(0.94);
  });

  it('shows its progress and can be cancelled', async () => {
    const world = await onTuning();
    await userEvent.click(screen.getByRole('button', { name: 'Compute the map' }));
    expect(screen.getByRole('progressbar', { name: 'Computing the map' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(heardOf(world.worker, 'cancel')).toHaveLength(1);
  });

  it('names every cell with its value, and marks the one in use', async () => {
    await withMap();
    expect(screen.getByRole('grid', { name: /γ across, δ down/ })).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /^γ/ })).toHaveLength(6);
    expect(screen.getByRole('button', { name: 'γ 6, δ 0.94: F1 0.96' })).toHaveTextContent('.96');
    expect(
      screen.getByRole('button', { name: 'γ 4, δ 0.94: F1 0.40, in use now' }),
    ).toBeInTheDocument();
  });

  it('names the share of samples flagged where there are no labels', async () => {
    await withMap({ ...MAP, measure: 'share-flagged' });
    expect(screen.getByText(/Share of samples flagged/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'γ 6, δ 0.94: 96\u00a0% flagged' }),
    ).toBeInTheDocument();
  });

  it('is walked by arrow keys from the cell in use, stays inside, and Enter takes a cell', async () => {
    const world = await withMap();
    const inTabOrder = screen
      .getAllByRole('button', { name: /^γ/ })
      .filter((cell) => cell.tabIndex === 0);
    expect(inTabOrder.map((cell) => cell.getAttribute('aria-label'))).toEqual([
      'γ 4, δ 0.94: F1 0.40, in use now',
    ]);
    act(() => inTabOrder[0]?.focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('button', { name: 'γ 6, δ 0.94: F1 0.96' })).toHaveFocus();
    // A pointer that comes to lie on another cell is no matter of the keys.
    await userEvent.hover(screen.getByRole('button', { name: 'γ 2, δ 0.9: F1 0.10' }));
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByRole('button', { name: /^γ 6, δ 0\.9:/ })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(screen.getByRole('button', { name: 'γ 2, δ 0.9: F1 0.10' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{End}{Enter}');
    expect(editing(world)).toEqual({ ...DEFAULT_PARAMETERS, gamma: 6, delta: 0.94 });
    expect(screen.getByRole('button', { name: 'γ 6, δ 0.94: F1 0.96, in use now' })).toHaveFocus();
    act(() => world.tidemark.tuning.getState().undo());
    expect(editing(world)).toEqual(DEFAULT_PARAMETERS);
  });

  it('says when it no longer fits the parameters, γ and δ aside', async () => {
    const world = await withMap();
    const { edit } = world.tidemark.tuning.getState();
    act(() => edit({ gamma: 6 }));
    expect(screen.queryByText(/changed since/)).toBeNull();
    act(() => edit({ maxima: 9 }));
    expect(screen.getByText(/parameters have changed since/)).toBeInTheDocument();
  });

  it('has between 12 and 16 γ and between 10 and 12 δ, ascending, also with odd ones in use', () => {
    for (const gamma of [0.1, 2, 3.7, 20]) {
      const gammas = mapGammas(gamma);
      expect(gammas.length).toBeGreaterThanOrEqual(12);
      expect(gammas.length).toBeLessThanOrEqual(16);
      expect(gammas).toEqual(gammas.toSorted((a, b) => a - b));
    }
    for (const delta of [0.1, 0.94, 0.93, 0.9999]) {
      const deltas = mapDeltas(delta);
      expect(deltas.length).toBeGreaterThanOrEqual(10);
      expect(deltas.length).toBeLessThanOrEqual(12);
      expect(deltas).toEqual(deltas.toSorted((a, b) => a - b));
    }
  });
});

describe('suggest', () => {
  const suggest = (): HTMLElement => screen.getByRole('button', { name: 'Suggest parameters' });
  const label = (world: World): void =>
    act(() =>
      world.tidemark.labels
        .getState()
        .add({ channel: 0, fromMs: 0, toMs: 0, name: 'true anomaly' }),
    );
  const best = {
    parameters: { ...DEFAULT_PARAMETERS, gamma: 2.5, memory: 0 },
    scores: { precision: 0.92, recall: 1, f1: 0.958 },
  };

  it('needs labels, and says so', async () => {
    const world = await onTuning();
    expect(suggest()).toHaveAccessibleDescription('Label some true anomalies first.');
    await userEvent.click(suggest());
    expect(heardOf(world.worker, 'study')).toEqual([]);
  });

  it('refuses a time that is none', async () => {
    const world = await onTuning();
    label(world);
    const time = screen.getByRole('spinbutton', { name: /Time for the search/ });
    await userEvent.clear(time);
    expect(time).toBeInvalid();
    expect(suggest()).toHaveAccessibleDescription(/Give a time/);
  });

  it('shows the best so far while it searches, then hands it over', async () => {
    const world = await onTuning();
    label(world);
    const time = screen.getByRole('spinbutton', { name: /Time for the search/ });
    await userEvent.clear(time);
    await userEvent.type(time, '2');
    await userEvent.click(suggest());
    const asked = heardOf(world.worker, 'study').at(-1);
    expect(asked?.study).toEqual({
      kind: 'suggest',
      channel: 0,
      parameters: DEFAULT_PARAMETERS,
      budgetMs: 2000,
      seed: 1,
    });
    act(() =>
      world.worker.say({
        type: 'progress',
        call: 'study',
        request: asked?.request ?? 0,
        progress: { done: 0.5, best },
      }),
    );
    expect(screen.getByText(/Best so far/)).toHaveTextContent(
      'Best so far: F1 0.96γ 2.5, δ 0.94, N 5, B 32, W all',
    );
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeInTheDocument();
    await act(() => world.endStudy({ kind: 'suggest', best, tried: 321 }));
    expect(screen.getByText(/Best of 321 sets/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Use these: the suggestion' }));
    expect(editing(world)).toEqual(best.parameters);
  });
});
