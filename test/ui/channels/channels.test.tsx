import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ChannelsButton } from '../../../src/ui/channels/ChannelsButton.tsx';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

let world: World;

beforeEach(async () => {
  world = createWorld();
  renderWith(world, <ChannelsButton />);
  act(() => {
    world.connectTo();
    const { session } = world.tidemark.board.getState().connection;
    const channels = ['ax', 'ay', 'az'].map((name) => ({ name, unit: 'g' }));
    world.worker.say({ type: 'channels', session, channels });
  });
  await userEvent.click(screen.getByRole('button', { name: 'Channels' }));
});

const shown = () => world.tidemark.board.getState().channels;
const names = () =>
  within(screen.getByRole('list', { name: 'Channels in their order' }))
    .getAllByRole('textbox', { name: /^Name of/ })
    .map((box) => (box as HTMLInputElement).value);

describe('the list of channels', () => {
  it('renames one with Enter, and gives it a unit when the field is left', async () => {
    const name = screen.getByRole('textbox', { name: 'Name of ay' });
    await userEvent.clear(name);
    await userEvent.type(name, 'spindle{Enter}');
    await userEvent.clear(screen.getByRole('textbox', { name: 'Unit of spindle' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Unit of spindle' }), 'mm');
    await userEvent.tab();
    expect(shown()[1]).toMatchObject({ name: 'spindle', unit: 'mm', boardName: 'ay' });
  });

  it('drops what was typed with Escape', async () => {
    await userEvent.type(screen.getByRole('textbox', { name: 'Name of ay' }), 'x{Escape}');
    await userEvent.tab();
    expect(shown()[1]?.name).toBe('ay');
  });

  it('hides one, and gives another a colour', async () => {
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show ax' }));
    const colour = screen.getByRole('combobox', { name: 'Colour of az' });
    await userEvent.selectOptions(colour, 'Colour 8');
    expect(shown().map(({ isHidden }) => isHidden)).toEqual([true, false, false]);
    expect(shown()[2]?.colour).toBe(7);
  });

  it('moves one up and down, not beyond the ends', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Move az up' }));
    expect(names()).toEqual(['ax', 'az', 'ay']);
    await userEvent.click(screen.getByRole('button', { name: 'Move ax down' }));
    expect(names()).toEqual(['az', 'ax', 'ay']);
    expect(screen.getByRole('button', { name: 'Move az up' })).toHaveAccessibleDescription(
      'It is the first.',
    );
  });

  it('leads to the parameters of one, and marks how many are its own', async () => {
    act(() => world.tidemark.tuning.getState().edit({ gamma: 3 }, false, 'ay'));
    const button = screen.getByRole('button', { name: 'Parameters of ay, 1 of its own' });
    await userEvent.click(button);
    expect(world.tidemark.tuning.getState().scope).toBe('ay');
    expect(button).toHaveAttribute('aria-pressed', 'true');
  });

  it('takes all back at once', async () => {
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show ax' }));
    await userEvent.click(screen.getByRole('button', { name: 'All as the board says' }));
    expect(shown()[0]?.isHidden).toBe(false);
    expect(screen.queryByRole('button', { name: 'All as the board says' })).toBeNull();
  });
});
