import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { CommandPalette } from '../../../src/ui/commands/CommandPalette.tsx';
import { KeySheet } from '../../../src/ui/commands/KeySheet.tsx';
import { useCommandKeys } from '../../../src/ui/commands/useCommandKeys.ts';
import { useFocusKept } from '../../../src/ui/focusKept.ts';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function Keys(): ReactNode {
  useCommandKeys();
  useFocusKept();
  return null;
}

function opened(part: ReactNode = null): World {
  const world = createWorld();
  renderWith(
    world,
    <>
      <Keys />
      <CommandPalette takeEarlyKeys={() => ({ text: '', isEntered: false })} />
      <KeySheet />
      {part}
    </>,
  );
  return world;
}

describe('the commands', () => {
  it('are found by name and done, by keys alone', async () => {
    const world = opened();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search commands' }), 'pump');
    await userEvent.keyboard('{Enter}');
    expect(heardOf(world.worker, 'open').map(({ source }) => source)).toEqual([
      { kind: 'virtual', machine: 'pump' },
    ]);
    expect(world.tidemark.view.getState().overlay).toBeNull();
  });

  it('are those that can be done now', async () => {
    const world = opened();
    act(() => world.connectTo());
    await userEvent.keyboard('{Control>}k{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Disconnect' })).toBeInTheDocument();
    expect(within(dialog).queryByRole('button', { name: 'Virtual pump' })).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show the console' }));
    expect(world.tidemark.view.getState().lowerTab).toBe('console');
  });

  it.each(['export', 'csv'])('write files, found by “%s”', async (asked) => {
    const world = opened();
    act(() => world.connectTo());
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search commands' }), asked);
    const found = within(await screen.findByRole('dialog')).getAllByRole('button');
    expect(found[0]).toHaveTextContent('Export all samples, CSV');
    await userEvent.keyboard('{Escape}');
  });

  it('are found by what their group is called', async () => {
    const world = opened();
    act(() => world.connectTo());
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search commands' }), 'detect');
    expect(
      within(await screen.findByRole('dialog')).getByRole('button', { name: /^Undo/ }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
  });

  it('have their keys on a sheet', async () => {
    opened();
    await userEvent.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(sheet).getByRole('row', { name: /Ctrl\+K All commands/ })).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull();
  });

  it('that open a dialog lead back to where they were asked for, each time', async () => {
    opened(<button type="button">a button</button>);
    act(() => screen.getByRole('button', { name: 'a button' }).focus());
    for (let times = 0; times < 2; times += 1) {
      await userEvent.keyboard('{Control>}k{/Control}');
      await userEvent.type(await screen.findByRole('textbox', { name: 'Search commands' }), 'keys');
      await userEvent.keyboard('{Enter}');
      await screen.findByRole('dialog', { name: 'Keys' });
      await userEvent.keyboard('{Escape}');
      expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull();
      await waitFor(() => expect(screen.getByRole('button', { name: 'a button' })).toHaveFocus());
    }
  });

  it('are not asked for by what is typed into a field', async () => {
    const world = opened(<input aria-label="a field" />);
    await userEvent.type(screen.getByRole('textbox', { name: 'a field' }), '?');
    expect(world.tidemark.view.getState().overlay).toBeNull();
  });
});

describe('undo and redo', () => {
  it('in a number field take the parameter back, not digits of it', async () => {
    const world = opened(<ParameterPanel />);
    act(() => world.connectTo());
    const bound = screen.getByRole('textbox', { name: 'Bound γ' });
    await userEvent.clear(bound);
    await userEvent.type(bound, '2.5{Enter}');
    expect(world.tidemark.tuning.getState().editing.gamma).toBe(2.5);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(bound).toHaveValue('4');
    expect(world.tidemark.tuning.getState().editing.gamma).toBe(4);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(bound).toHaveValue('2.5');
    await userEvent.keyboard('{Control>}z{/Control}{Control>}y{/Control}');
    expect(bound).toHaveValue('2.5');
  });

  it('drop what is being typed first', async () => {
    const world = opened(<ParameterPanel />);
    act(() => world.connectTo());
    const bound = screen.getByRole('textbox', { name: 'Bound γ' });
    await userEvent.type(bound, '9');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(bound).toHaveValue('4');
    expect(world.tidemark.tuning.getState().undoSteps).toEqual([]);
  });

  it('work from anywhere in the page, and leave other fields their own', async () => {
    const world = opened(<input aria-label="a field" />);
    act(() => world.connectTo());
    act(() => world.tidemark.tuning.getState().edit({ gamma: 3 }));
    screen.getByRole('textbox', { name: 'a field' }).focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(world.tidemark.tuning.getState().editing.gamma).toBe(3);
    act(() => screen.getByRole('textbox', { name: 'a field' }).blur());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(world.tidemark.tuning.getState().editing.gamma).toBe(4);
  });
});
