import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EMPTY_BOOK } from '../../../src/alarms/alarmBook.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';
import { rows, showing } from './shownList.tsx';

describe('several rows', () => {
  const marked = () => [...document.querySelectorAll('[aria-selected="true"]')].length;

  it('are chosen with Ctrl, with Shift and by keys, and acknowledged at once', async () => {
    const user = userEvent.setup();
    const world = showing(Array.from({ length: 9 }, (_, id) => anEvent(id)));
    const all = rows();
    const [first, , third, , fifth] = all;
    if (!first || !third || !fifth) throw new Error('rows are missing');
    await user.click(first);
    await user.keyboard('{Control>}');
    await user.click(third);
    await user.keyboard('{/Control}');
    expect(marked()).toBe(2);
    await user.keyboard('{Shift>}');
    await user.click(fifth);
    await user.keyboard('{/Shift}');
    expect(marked()).toBe(3);
    within(fifth).getByRole('button', { name: /^Show/ }).focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(marked()).toBe(5);
    await user.keyboard(' ');
    expect(marked()).toBe(4);
    await user.keyboard('a');
    expect(heardOf(world.worker, 'alarm-acts').at(-1)?.acts).toHaveLength(4);
    await user.keyboard('{Escape}');
    expect(marked()).toBe(0);
  });

  it('get a note, and their channel is shelved with a reason', async () => {
    const user = userEvent.setup();
    const world = showing([anEvent(1), anEvent(2)]);
    const [newest] = rows();
    if (!newest) throw new Error('rows are missing');
    await user.click(newest);
    const choose = async (words: string): Promise<void> => {
      await user.click(screen.getByRole('button', { name: /^Chosen 1/ }));
      await user.click(await screen.findByRole('button', { name: words }));
    };
    await choose('Write a note…');
    await user.type(await screen.findByLabelText('Note'), 'loose bolt');
    await user.click(screen.getByRole('button', { name: 'Keep the note' }));
    expect(newest).toHaveTextContent('loose bolt');
    await choose('Shelve the channel…');
    await user.selectOptions(await screen.findByLabelText('For'), '1 h');
    await user.type(screen.getByLabelText('Why'), 'oil change');
    await user.click(screen.getByRole('button', { name: 'Shelve' }));
    const [shelf] = world.tidemark.alarms.getState().book.shelves;
    expect(shelf).toMatchObject({ channel: 0, reason: 'oil change' });
    expect((shelf?.untilMs ?? 0) - (shelf?.fromMs ?? 0)).toBe(3_600_000);
  });

  it('of which some have a note keep theirs, unless the person writes another for all', async () => {
    const user = userEvent.setup();
    const world = showing([anEvent(1), anEvent(2)]);
    act(() => world.tidemark.alarms.getState().note(anEvent(2), 'loose bolt'));
    const [newest, oldest] = rows();
    if (!newest || !oldest) throw new Error('rows are missing');
    await user.click(newest);
    await user.keyboard('{Control>}');
    await user.click(oldest);
    await user.keyboard('{/Control}');
    const writeNote = async (): Promise<HTMLElement> => {
      await user.click(screen.getByRole('button', { name: /^Chosen 2/ }));
      await user.click(await screen.findByRole('button', { name: 'Write a note…' }));
      return screen.findByLabelText('Note');
    };
    const field = await writeNote();
    expect(field).toHaveValue('');
    expect(field).toHaveAccessibleDescription(/takes the place of the notes/);
    await user.click(screen.getByRole('button', { name: 'Keep the note' }));
    expect(newest).toHaveTextContent('loose bolt');
    expect(oldest).not.toHaveTextContent('loose bolt');
    await user.type(await writeNote(), 'new bearing');
    await user.click(screen.getByRole('button', { name: 'Keep the note' }));
    expect(newest).toHaveTextContent('new bearing');
    expect(oldest).toHaveTextContent('new bearing');
  });

  it('that are chosen still show whether they are new', async () => {
    const user = userEvent.setup();
    const world = createWorld();
    renderWith(world, <AnomalyList beside={document.body} />);
    act(() => {
      world.connectTo();
      const events = [anEvent(1, { live: true }), anEvent(2, { live: true })];
      world.worker.say({ type: 'events', replaceAll: false, events, counts: eventCounts(2) });
    });
    const signs = () => rows().map((row) => within(row).getAllByRole('cell')[0]?.textContent?.[0]);
    const [newest] = rows();
    if (!newest) throw new Error('rows are missing');
    expect(signs()).toEqual(['⚑', '⚑']);
    await user.click(newest);
    expect(newest).toHaveTextContent('☑⚑');
    await user.keyboard('a');
    expect(newest).toHaveTextContent('☑');
    expect(newest).not.toHaveTextContent('⚑');
  });

  it('of a channel that lay on the shelf say so, with the reason at hand', () => {
    const world = showing([anEvent(1), anEvent(2)]);
    act(() =>
      world.tidemark.alarms.setState({
        book: {
          ...EMPTY_BOOK,
          shelves: [
            {
              channel: 0,
              fromMs: anEvent(2).fromMs - 1,
              untilMs: anEvent(2).fromMs + 1,
              reason: 'oil change',
            },
          ],
        },
      }),
    );
    const [newest, oldest] = rows();
    expect(within(newest ?? document.body).getByTitle('oil change')).toHaveTextContent('shelved');
    expect(oldest).not.toHaveTextContent('shelved');
  });

  it('are what an act is for; without any, the one that is told of', async () => {
    const user = userEvent.setup();
    const world = showing([anEvent(1), anEvent(2)]);
    act(() => world.tidemark.view.getState().jumpTo(anEvent(1)));
    await user.click(screen.getByRole('button', { name: /^Chosen 1/ }));
    await user.click(await screen.findByRole('button', { name: 'Acknowledge (A)' }));
    expect(heardOf(world.worker, 'alarm-acts').at(-1)?.acts).toHaveLength(1);
  });
});
