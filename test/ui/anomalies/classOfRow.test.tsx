import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, type World } from '../../state/world.ts';
import { rows, showing } from './shownList.tsx';

describe('the class of a row', () => {
  const ofRow = (second: string): HTMLElement => {
    const row = rows().find((one) => one.textContent?.includes(`:${second}.0`));
    if (!row) throw new Error('no such row');
    return within(row).getByRole('button', { name: /^(No name|.*named by you), at / });
  };
  const told = (world: World) => heardOf(world.worker, 'label').at(-1)?.labels;

  it('is given by a number key on the row, another by another, and 0 takes it away', async () => {
    const world = showing([anEvent(1), anEvent(9)]);
    const { fromMs, toMs } = anEvent(9);
    rows()[0]?.querySelector('button')?.focus();
    await userEvent.keyboard('1');
    expect(told(world)).toEqual([{ channel: 0, fromMs, toMs, name: 'true anomaly' }]);
    expect(ofRow('09')).toHaveAccessibleName(/^true anomaly, named by you, at /);
    expect(ofRow('09').querySelector('svg')).not.toBeNull();
    await userEvent.keyboard('2');
    expect(told(world)).toEqual([{ channel: 0, fromMs, toMs, name: 'not an anomaly' }]);
    await userEvent.keyboard('7');
    expect(ofRow('09')).toHaveTextContent('not an anomaly');
    await userEvent.keyboard('0');
    expect(told(world)).toEqual([]);
    expect(ofRow('09')).toHaveAccessibleName(/^No name, at /);
  });

  it('is given to all chosen rows at once, and one undo takes all back', async () => {
    const world = showing([anEvent(1), anEvent(5), anEvent(9)]);
    rows()[0]?.querySelector('button')?.focus();
    await userEvent.keyboard('{Control>}a{/Control}2');
    expect(told(world)?.map(({ name }) => name)).toEqual(Array(3).fill('not an anomaly'));
    act(() => world.tidemark.undo());
    expect(told(world)).toEqual([]);
    act(() => world.tidemark.redo());
    expect(told(world)).toHaveLength(3);
  });

  it('is chosen from the classes, or a new one is made on the way', async () => {
    const world = showing([anEvent(1)]);
    await userEvent.click(ofRow('01'));
    expect(world.tidemark.view.getState().fixed).toBeNull();
    const dialog = await screen.findByRole('dialog', { name: 'Name 1 event' });
    const field = within(dialog).getByLabelText('New class');
    await userEvent.type(field, 'true  Anomaly{Enter}');
    expect(
      within(dialog).getByText(/There is a class called “true anomaly” already/),
    ).toBeVisible();
    expect(told(world)).toEqual([]);
    await userEvent.clear(field);
    await userEvent.type(field, 'stuck, 1* 🚰{Enter}');
    expect(told(world)?.map(({ name }) => name)).toEqual(['stuck, 1* 🚰']);
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(ofRow('01'));
    expect(screen.getByRole('button', { name: /^stuck, 1\* 🚰(?!, named)/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: /^not an anomaly/ }));
    expect(told(world)?.map(({ name }) => name)).toEqual(['not an anomaly']);
  });

  it('is proposed for all like it, and given to those that the person accepts', async () => {
    const world = showing([1, 3, 5, 7].map((id) => anEvent(id)));
    await userEvent.click(ofRow('01'));
    expect(screen.getByRole('button', { name: 'All like this one…' })).toHaveAccessibleDescription(
      'Name this one first.',
    );
    await userEvent.click(screen.getByRole('button', { name: /^not an anomaly/ }));
    await userEvent.click(ofRow('01'));
    await userEvent.click(screen.getByRole('button', { name: 'All like this one…' }));
    const request = heardOf(world.worker, 'alike').at(-1)?.request ?? -1;
    const result = { kind: 'found', ids: [anEvent(5).id, anEvent(3).id] } as const;
    await act(async () => world.worker.say({ type: 'done', call: 'alike', request, result }));
    const proposed = screen.getByRole('list', { name: 'Events like this one' });
    const boxes = within(proposed).getAllByRole('checkbox');
    expect(boxes).toHaveLength(2);
    await userEvent.click(boxes[1] ?? proposed);
    await userEvent.click(screen.getByRole('button', { name: /^Name 1 event: not an anomaly/ }));
    expect(told(world)?.map(({ fromMs, name }) => [fromMs, name])).toEqual([
      [anEvent(1).fromMs, 'not an anomaly'],
      [anEvent(5).fromMs, 'not an anomaly'],
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('comes from a label in the plot that lies near, on the same channel only', () => {
    const world = showing([anEvent(1)]);
    const moment = anEvent(1).toMs + 400;
    const label = (channel: number, timeMs: number): void =>
      act(() =>
        world.tidemark.labels
          .getState()
          .add({ channel, fromMs: timeMs, toMs: timeMs, name: 'true anomaly' }),
      );
    label(1, moment);
    label(0, moment + 200);
    expect(ofRow('01')).toHaveTextContent('name…');
    label(0, moment);
    expect(ofRow('01')).toHaveTextContent('true anomaly');
  });

  it('is what the board calls it until the person says otherwise', async () => {
    const world = showing([anEvent(1), anEvent(5), anEvent(9)]);
    const said = (id: number, name: string | null, share: number) => {
      const { fromMs } = anEvent(id);
      return { event: anEvent(id).id, channel: 0, timeMs: fromMs, name, share };
    };
    const names = [said(1, 'not an anomaly', 0.9), said(5, null, 0.3)];
    act(() => world.worker.say({ type: 'board-names', replaceAll: false, names }));
    const cell = (id: number): HTMLElement =>
      screen.getByRole('button', { name: new RegExp(`:0${id}.0$`) });
    expect(cell(1)).toHaveTextContent('not an anomaly 90 %');
    expect(cell(1)).toHaveAccessibleName(/^not an anomaly, named by the board, 90\u00a0%, at /);
    expect(cell(1).querySelector('svg')).not.toBeNull();
    expect(cell(5)).toHaveTextContent('unknown');
    expect(cell(9)).toHaveTextContent('name…');
    act(() => world.tidemark.naming.nameEvents([anEvent(1)], 'true anomaly'));
    expect(cell(1)).toHaveTextContent(/^true anomaly$/);
    expect(cell(1)).toHaveAccessibleName(
      /named by you; not an anomaly, named by the board, 90\u00a0%/,
    );
    act(() => world.worker.say({ type: 'board-names', replaceAll: true, names: [] }));
    expect(cell(5)).toHaveTextContent('name…');
  });

  it('is what the forest calls it, with what the board says where that is something else', () => {
    const world = showing([anEvent(1), anEvent(5)]);
    const forest = (id: number) => ({ event: id, name: 'spike', confidence: 0.82 });
    const board = { event: 5, channel: 0, timeMs: 0, name: 'step', share: 0.6 };
    act(() => {
      world.worker.say({ type: 'event-names', replaceAll: true, names: [forest(1), forest(5)] });
      world.worker.say({ type: 'board-names', replaceAll: true, names: [board] });
    });
    expect(screen.getByRole('button', { name: /:01.0$/ })).toHaveAccessibleName(
      /^spike, named by the forest, 82\u00a0%, at /,
    );
    expect(screen.getByRole('button', { name: /:05.0$/ })).toHaveAccessibleName(
      /^spike, named by the forest, 82\u00a0%; the board says step, 60\u00a0%, at /,
    );
  });

  it('is renamed, merged and deleted with what is named so', async () => {
    const world = showing([anEvent(1), anEvent(9)]);
    act(() => {
      world.tidemark.naming.addClass('spike');
      world.tidemark.naming.addClass('step');
      world.tidemark.naming.nameEvents([anEvent(1)], 'spike');
      world.tidemark.naming.nameEvents([anEvent(9)], 'step');
    });
    await userEvent.click(screen.getByRole('button', { name: /^Chosen/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit classes…' }));
    const field = await screen.findByLabelText('Name of spike');
    await userEvent.clear(field);
    await userEvent.type(field, 'Step{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent(/called “step” already/);
    await userEvent.clear(field);
    await userEvent.type(field, 'needle{Enter}');
    expect(ofRow('01')).toHaveTextContent('needle');
    expect(screen.getByLabelText('Name of needle')).toHaveFocus();
    await userEvent.selectOptions(screen.getByLabelText('Merge needle into'), 'step');
    expect(told(world)?.map(({ name }) => name)).toEqual(['step', 'step']);
    await userEvent.click(screen.getByRole('button', { name: 'Delete step' }));
    expect(told(world)).toEqual([]);
    act(() => world.tidemark.undo());
    expect(ofRow('09')).toHaveTextContent('step');
    expect(screen.queryByLabelText('Name of true anomaly')).toBeNull();
  });
});
