import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ExperimentRow } from '../../../src/analysis/messages/studyMessages.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { ExplorePanel } from '../../../src/ui/explore/ExplorePanel.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function aRow(number: number, changes: Partial<ExperimentRow> = {}): ExperimentRow {
  return {
    name: `Experiment ${number}`,
    parameters: { ...DEFAULT_PARAMETERS, gamma: number },
    learning: 192,
    causes: { level: 4, drift: 0, rhythm: 0 },
    samples: 2000,
    tally: { outliers: 15, alarms: 4, collective: 1 },
    shareFlagged: 0.0075,
    firstFlagMs: null,
    scores: null,
    time: Float64Array.of(1, 2, 3, 4),
    value: Float64Array.of(0, 1, Number.NaN, 5),
    marks: [{ timeMs: 4000, value: 5, by: 'browser', outlier: true, alarms: 1, cause: 'level' }],
    ...changes,
  };
}

async function running(): Promise<World> {
  const world = createWorld();
  renderWith(world, <ExplorePanel />);
  act(() => {
    world.connectTo();
    world.sayHealth({ samples: 2000 });
  });
  await userEvent.click(screen.getByRole('tab', { name: 'Experiments' }));
  await screen.findByRole('button', { name: /the six experiments|Run again/ });
  return world;
}

describe('the lower left panel', () => {
  it('shows the anomalies first, with their number in the tab', () => {
    const world = createWorld();
    renderWith(world, <ExplorePanel />);
    act(() => {
      world.connectTo();
      world.worker.say({
        type: 'events',
        replaceAll: true,
        events: [anEvent(1), anEvent(2)],
        counts: eventCounts(2),
      });
    });
    expect(screen.getByRole('tab', { name: 'Anomalies 2', selected: true })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'List of anomalies' })).toBeInTheDocument();
  });

  it('goes from tab to tab by arrow keys', async () => {
    renderWith(createWorld(), <ExplorePanel />);
    act(() => screen.getByRole('tab', { name: /Anomalies/ }).focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Experiments', selected: true })).toHaveFocus();
  });
});

describe('the experiments', () => {
  it('cannot be run without a recording, and say so', async () => {
    renderWith(createWorld(), <ExplorePanel />);
    await userEvent.click(screen.getByRole('tab', { name: 'Experiments' }));
    const button = await screen.findByRole('button', { name: 'Run the six experiments' });
    expect(button).toHaveAccessibleDescription(/no recording yet/);
  });

  it('run when the tab is opened, and again when asked or for another channel', async () => {
    const world = await running();
    const asked = () => heardOf(world.worker, 'study').map(({ study }) => study);
    expect(asked()).toMatchObject([{ kind: 'experiments', channel: 0 }]);
    await act(() => world.endStudy({ kind: 'experiments', rows: [aRow(1)] }));
    await userEvent.click(screen.getByRole('button', { name: 'Run again' }));
    expect(asked()).toHaveLength(2);
    const { session } = world.tidemark.board.getState().connection;
    const channels = ['x', 'y'].map((name) => ({ name, unit: 'g' }));
    act(() => world.worker.say({ type: 'channels', session, channels }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Channel/ }), '1');
    expect(asked()[2]).toMatchObject({ channel: 1 });
  });

  it('show their progress while they run, and can be cancelled', async () => {
    const world = await running();
    const request = heardOf(world.worker, 'study')[0]?.request ?? 0;
    act(() =>
      world.worker.say({
        type: 'progress',
        call: 'study',
        request,
        progress: { done: 0.42, best: null },
      }),
    );
    const bar = screen.getByRole('progressbar', { name: 'Running the experiments' });
    expect(bar).toHaveAttribute('aria-valuenow', '42');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(heardOf(world.worker, 'cancel').map((one) => one.request)).toEqual([request]);
    await act(() => world.endStudy({ kind: 'cancelled' }));
    expect(screen.getByText(/Cancelled/)).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('name each setting by its word, the symbol beside it', async () => {
    const world = await running();
    await act(() => world.endStudy({ kind: 'experiments', rows: [aRow(1)] }));
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads.filter((head) => [...(head ?? '')].length < 2)).toEqual([]);
    expect(heads).toContain('Bound γ');
  });

  it('become a table, with dashes where there are no labels', async () => {
    const world = await running();
    await act(() =>
      world.endStudy({
        kind: 'experiments',
        rows: [aRow(1), aRow(2, { scores: { precision: 0.5, recall: 1, f1: 2 / 3 } })],
      }),
    );
    const [, first, second] = screen.getAllByRole('row');
    if (!first || !second) throw new Error('rows are missing');
    const cells = (row: HTMLElement) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
        .slice(1, 10);
    expect(cells(first)).toEqual([
      '1\u202f808 of 2\u202f000',
      ...['15', '4', '1', '0.75\u00a0%', '–', '–', '–', '–'],
    ]);
    expect(cells(second).slice(6)).toEqual(['0.50', '1.00', '0.67']);
    expect(
      within(first).getByRole('img', { name: 'Experiment 1: 15 outliers, 4 alarms' }),
    ).toBeInTheDocument();
  });

  it('say that all samples were judged, and what raised the alarms', async () => {
    const world = await running();
    const causes = { level: 1, drift: 2, rhythm: 1 };
    await act(() => world.endStudy({ kind: 'experiments', rows: [aRow(1, { causes }), aRow(6)] }));
    expect(screen.getByText(/^Each judges all 2.000 samples in memory/)).toBeInTheDocument();
    expect(screen.getByTitle('1 by level, 2 by drift, 1 by rhythm')).toHaveTextContent('4');
  });

  it('say when the recording is too short to learn from, once for all that it is true of', async () => {
    const world = await running();
    await act(() =>
      world.endStudy({
        kind: 'experiments',
        rows: [aRow(1, { samples: 192 }), aRow(2, { samples: 192 }), aRow(3, { samples: 193 })],
      }),
    );
    expect(
      screen.getByText(
        'Experiments 1, 2: learns for 192 samples, and there are 192: nothing can be flagged yet.',
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText(/nothing can be flagged/)).toHaveLength(1);
  });

  it('say in the row that one has judged nothing yet, where a zero would say that it found nothing', async () => {
    const world = await running();
    const row = aRow(3, { samples: 300, learning: 300, shareFlagged: 0 });
    await act(() =>
      world.endStudy({
        kind: 'experiments',
        rows: [{ ...row, tally: { outliers: 0, alarms: 0, collective: 0 } }],
      }),
    );
    const [, only] = screen.getAllByRole('row');
    if (!only) throw new Error('the row is missing');
    expect(within(only).getByText('still learning')).toBeInTheDocument();
    const cells = within(only).getAllByRole('cell').slice(2, 6);
    expect(cells.map((cell) => cell.textContent)).toEqual(['–', '–', '–', '–']);
  });

  it('hand their parameters over as one undo step', async () => {
    const world = await running();
    const mine = { ...DEFAULT_PARAMETERS, gamma: 2, maxima: 10, block: 64 };
    await act(() => world.endStudy({ kind: 'experiments', rows: [aRow(3, { parameters: mine })] }));
    await userEvent.click(screen.getByRole('button', { name: 'Use these: Experiment 3' }));
    const { tuning } = world.tidemark;
    expect(tuning.getState().editing).toEqual(mine);
    // The panel with the parameters may be out of sight.
    expect(screen.getByRole('button', { name: 'In use: Experiment 3' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    act(() => void tuning.getState().undo());
    expect(tuning.getState().editing).toEqual(DEFAULT_PARAMETERS);
    expect(screen.getByRole('button', { name: 'Use these: Experiment 3' })).toBeInTheDocument();
  });

  it('say what to do when there are no samples', async () => {
    const world = await running();
    await act(() => world.endStudy({ kind: 'failed', why: 'no-samples' }));
    expect(screen.getByText(/no samples yet. Connect a board/)).toBeInTheDocument();
  });
});
