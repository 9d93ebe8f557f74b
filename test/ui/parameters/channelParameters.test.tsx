import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { aFit, createWorld, LEARNED, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function connected(...names: string[]): World {
  const world = createWorld();
  renderWith(world, <ParameterPanel />);
  act(() => {
    world.connectTo();
    const { session } = world.tidemark.board.getState().connection;
    const channels = names.map((name) => ({ name, unit: '' }));
    world.worker.say({ type: 'channels', session, channels });
    world.worker.say({ type: 'fit', channel: 0, fit: aFit(), learning: LEARNED });
  });
  return world;
}

const judged = (world: World) => heardOf(world.worker, 'judge-with').at(-1);
const bound = (): HTMLElement => screen.getByRole('textbox', { name: 'Bound γ' });

async function enter(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}

async function choose(name: string): Promise<void> {
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Parameters of' }), name);
}

describe('the parameters of one channel', () => {
  it('are edited for it alone, marked, undone, and taken away', async () => {
    const world = connected('x', 'y');
    await choose('y');
    await enter(bound(), '2.5');
    expect(judged(world)).toMatchObject({
      parameters: DEFAULT_PARAMETERS,
      own: { y: { gamma: 2.5 } },
    });
    expect(screen.getByText(/Only of this channel; of all: 4\./)).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'y: 1 of its own' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'As all again: Bound γ' }));
    expect(judged(world)?.own).toEqual({});
    expect(bound()).toHaveValue('4');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(judged(world)?.own).toEqual({ y: { gamma: 2.5 } });
  });

  it('follow those of all where it has none of its own', async () => {
    connected('x', 'y');
    await enter(bound(), '3');
    await choose('y');
    expect(bound()).toHaveValue('3');
    expect(screen.getAllByText('As all channels.').length).toBeGreaterThan(3);
    // R is the board's.
    expect(screen.queryByRole('textbox', { name: 'Period R' })).toBeNull();
  });

  it('can leave it unjudged', async () => {
    const world = connected('x', 'y');
    await choose('x');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Judge this channel' }));
    expect(judged(world)?.own).toEqual({ x: { judge: 0 } });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Judge this channel' }));
    expect(judged(world)?.own).toEqual({});
  });

  it('are pushed to the channel, and taken away there, too', async () => {
    const world = connected('x', 'y');
    await choose('y');
    await enter(bound(), '2.5');
    await userEvent.click(screen.getByRole('button', { name: 'Push to board' }));
    const { request: _, ...first } = heardOf(world.worker, 'push').at(-1) ?? { request: 0 };
    expect(first).toEqual({ type: 'push', channel: 1, changes: { gamma: 2.5 } });
    await act(() => world.answer({ ok: true }));
    act(() => {
      const { session } = world.tidemark.board.getState().connection;
      const own = { y: { gamma: 2.5 } };
      const parameters = DEFAULT_PARAMETERS;
      world.worker.say({ type: 'board-parameters', session, parameters, own, older: null });
    });
    await userEvent.click(screen.getByRole('button', { name: 'As all again: Bound γ' }));
    await userEvent.click(screen.getByRole('button', { name: 'Push to board' }));
    expect(heardOf(world.worker, 'push').at(-1)).toMatchObject({
      channel: 1,
      changes: { gamma: null },
    });
  });

  it('are not to be chosen where there is one channel', () => {
    connected('x');
    expect(screen.queryByRole('combobox', { name: 'Parameters of' })).toBeNull();
  });
});

describe('several channels', () => {
  it('are offered once to be judged together', async () => {
    const world = connected('x', 'y', 'z');
    await userEvent.click(screen.getByRole('button', { name: /^Judge the 3 channels together/ }));
    expect(judged(world)?.together).toBe(true);
    act(() => world.tidemark.tuning.getState().judgeTogether(false));
    expect(screen.queryByRole('button', { name: /^Judge the 3 channels together/ })).toBeNull();
  });

  it('say the sum of their false alarms, and let two agree', async () => {
    const world = connected('x', 'y', 'z');
    const falseAlarms = { channels: 8, perHour: 12.3, perHourWhenTwoAgree: 0.31 };
    act(() => world.sayHealth({ falseAlarms }));
    await userEvent.click(screen.getByRole('button', { name: /Several channels/ }));
    expect(screen.getByText(/about 12 false alarms an hour on noise alone/)).toHaveTextContent(
      /where two must agree, about 0\.3\./,
    );
    await userEvent.click(screen.getByRole('checkbox', { name: /only when two agree/ }));
    expect(judged(world)?.onlyWhenTwoAgree).toBe(true);
  });
});
