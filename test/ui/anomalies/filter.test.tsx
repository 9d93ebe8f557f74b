import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, eventCounts } from '../../state/world.ts';
import { listed, showing } from './shownList.tsx';

describe('the filter', () => {
  const EVENTS = [
    anEvent(1, { by: 'board', cause: 'drift' }),
    anEvent(2, { by: 'browser', peakDeviation: 99, live: true }),
    anEvent(3, { collective: true }),
  ];
  const filterBy = async (name: string, choice: string): Promise<void> => {
    if (!screen.queryByRole('dialog', { name: /^Filter/ })) {
      await userEvent.click(screen.getByRole('button', { name: /^Filter/ }));
    }
    await userEvent.selectOptions(await screen.findByLabelText(name), choice);
  };

  it('lets a kind through, what one alone has seen, or what is new', async () => {
    const world = showing([]);
    act(() =>
      world.worker.say({
        type: 'events',
        replaceAll: false,
        events: EVENTS,
        counts: eventCounts(3),
      }),
    );
    await filterBy('Kind', 'drift');
    expect(listed()).toEqual([1]);
    expect(screen.getByText('1 of 3 pass the filter.')).toBeVisible();
    await filterBy('Kind', 'all');
    await filterBy('Seen by', 'browser alone');
    expect(listed()).toEqual([2]);
    await filterBy('Seen by', 'all');
    await filterBy('Standing', 'new');
    expect(listed()).toEqual([2]);
    act(() => world.tidemark.alarms.getState().acknowledgeAll(anEvent(3).fromMs));
    expect(screen.getByText('None passes the filter.')).toBeVisible();
  });

  it('lets a class through, as the list shows it: the person’s name, else the forest’s', async () => {
    const world = showing(EVENTS);
    act(() => {
      world.tidemark.naming.nameEvents([anEvent(1)], 'worn');
      const names = [
        { event: 1, name: 'spike', confidence: 1 },
        { event: 2, name: 'worn', confidence: 0.8 },
        { event: 3, name: null, confidence: 0.3 },
      ];
      world.worker.say({ type: 'event-names', replaceAll: true, names });
    });
    await filterBy('Class', 'worn');
    expect(listed()).toEqual([2, 1]);
    await filterBy('Class', 'no name');
    expect(listed()).toEqual([3]);
    act(() => world.tidemark.naming.nameEvents([anEvent(3)], 'worn'));
    expect(screen.getByText('None passes the filter.')).toBeVisible();
    await filterBy('Class', 'worn');
    expect(listed()).toEqual([3, 2, 1]);
  });

  it('lets through what is in view, and the export has that alone', async () => {
    const downloads: string[][] = [];
    const world = showing(EVENTS, downloads);
    act(() =>
      world.tidemark.view.getState().fix({ fromMs: anEvent(2).fromMs, toMs: anEvent(3).toMs }),
    );
    await userEvent.click(screen.getByRole('button', { name: /^Filter/ }));
    await userEvent.click(await screen.findByLabelText('In view only'));
    expect(listed()).toEqual([3, 2]);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    expect(heardOf(world.worker, 'export-events').at(-1)?.ids).toEqual([3, 2]);
  });

  it('leaves the order to the headings', async () => {
    showing(EVENTS);
    await userEvent.click(screen.getByRole('button', { name: /^Deviation/ }));
    expect(listed()[0]).toBe(2);
    await userEvent.click(screen.getByRole('button', { name: /^Time/ }));
    expect(listed()).toEqual([3, 2, 1]);
    await userEvent.click(screen.getByRole('button', { name: /^Time/ }));
    expect(listed()).toEqual([1, 2, 3]);
    expect(screen.getByRole('columnheader', { name: /^Time/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });
});
