import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EMPTY_BOOK } from '../../../src/alarms/alarmBook.ts';
import { eventsCsv } from '../../../src/analysis/files/eventsCsv.ts';
import type { AnomalyEvent } from '../../../src/analysis/messages/findings.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { useEventKeys } from '../../../src/ui/anomalies/useEventKeys.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function showing(events: readonly AnomalyEvent[], downloads: string[][] = []): World {
  const world = createWorld();
  renderWith(world, <AnomalyList download={(...file) => void downloads.push(file)} />);
  act(() => {
    world.connectTo();
    world.worker.say({
      type: 'events',
      replaceAll: true,
      events,
      counts: eventCounts(events.length),
    });
  });
  return world;
}

const rows = (): HTMLElement[] => screen.getAllByRole('row').slice(1);

describe('the list of anomalies', () => {
  it('has one row per event, the newest first, with unit, kind and who said so', () => {
    showing([
      anEvent(1, { collective: true, by: 'browser' }),
      anEvent(2, { peakDeviation: null, by: 'board' }),
    ]);
    const cells = rows().map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );
    expect(cells.map((row) => row.slice(1))).toEqual([
      ['x', '4.812 g', '–', '1 in 533', '3 in 0.4 s', ' alarm', 'board', ''],
      ['x', '4.812 g', '12.3 σ', '1 in 533', '3 in 0.4 s', ' collective', 'browser', ''],
    ]);
  });

  it('jumps to an event by click and by keyboard', async () => {
    const world = showing([anEvent(1), anEvent(9)]);
    const middle = (): number => {
      const { fixed } = world.tidemark.view.getState();
      return fixed ? (fixed.fromMs + fixed.toMs) / 2 : Number.NaN;
    };
    const [newest, oldest] = rows();
    if (!newest || !oldest) throw new Error('rows are missing');
    await userEvent.click(newest);
    expect(middle()).toBe(anEvent(9).fromMs + 200);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(within(oldest).getByRole('button')).toHaveFocus();
    expect(middle()).toBe(anEvent(1).fromMs + 200);
  });

  it('draws of a hundred thousand those that are in sight, wherever it is scrolled to', () => {
    showing(Array.from({ length: 100_000 }, (_, id) => anEvent(id)));
    const drawn = () => rows().filter((row) => row.hasAttribute('data-row'));
    expect(drawn().length).toBeGreaterThan(20);
    expect(drawn().length).toBeLessThan(100);
    const list = screen.getByRole('region', { name: 'List of anomalies' });
    fireEvent.scroll(list, { target: { scrollTop: 26 * 50_000 } });
    expect(drawn().length).toBeLessThan(100);
    expect(drawn().map((row) => Number(row.dataset.row))).toContain(50_000);
    const heights = rows().reduce(
      (sum, row) => sum + (Number.parseInt(row.style.height, 10) || 26),
      0,
    );
    expect(heights).toBe(26 * 100_000);
  });

  it('exports all events', async () => {
    const downloads: string[][] = [];
    // The page lists some; the export has those that the worker knows.
    const world = showing([anEvent(2)], downloads);
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    const request = heardOf(world.worker, 'export-events').at(-1)?.request ?? -1;
    const result = eventsCsv([anEvent(1), anEvent(2)], [], EMPTY_BOOK);
    await act(async () =>
      world.worker.say({ type: 'done', call: 'export-events', request, result }),
    );
    const [[name, type, text] = []] = downloads;
    expect([name, type]).toEqual(['tidemark-anomalies.csv', 'text/csv']);
    expect(text?.trim().split('\r\n')).toHaveLength(3);
  });

  it('says which are not kept any more, and that an export is without them', async () => {
    const downloads: string[][] = [];
    const world = showing([anEvent(1), anEvent(2)], downloads);
    expect(screen.queryByText(/The oldest/)).toBeNull();
    const counts = { total: 112_345, givenUp: 12_345, judgedBefore: 0, alone: 0 };
    const say = () =>
      act(() =>
        world.worker.say({ type: 'events', replaceAll: false, events: [anEvent(3)], counts }),
      );
    say();
    expect(screen.getByText(/The oldest 12.345 of 112.345 are kept no longer/)).toBeVisible();
    const state = { phase: 'recording', fileName: 'a', bytes: 1, roomLeftMs: null } as const;
    act(() => world.worker.say({ type: 'recording', state }));
    expect(screen.getByText(/are only in the recording/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    const request = heardOf(world.worker, 'export-events').at(-1)?.request ?? -1;
    await act(async () =>
      world.worker.say({ type: 'done', call: 'export-events', request, result: '' }),
    );
    expect(downloads).toHaveLength(1);
    expect(world.tidemark.notices.getState().notices.at(-1)).toMatchObject({
      kind: 'done',
      sentence: expect.stringContaining('only in the recording'),
    });
  });

  it('says which were not judged anew, as their samples are gone', () => {
    const world = showing([anEvent(1), anEvent(2)]);
    act(() => {
      const counts = { total: 2, givenUp: 0, judgedBefore: 1, alone: 0 };
      world.worker.say({ type: 'events', replaceAll: false, events: [anEvent(3)], counts });
      world.sayHealth({ retention: { rawFromMs: anEvent(2).fromMs, fits: [] } });
    });
    expect(screen.getByText(/^1 from before .* are as they were judged then/)).toBeVisible();
  });

  it('says why there is nothing to export', () => {
    showing([]);
    expect(screen.getByRole('button', { name: 'Export' })).toHaveAccessibleDescription(
      'There is nothing to export yet.',
    );
  });
});

/** Of the rows that are listed, the seconds at which their events begin. */
const listed = (): number[] =>
  rows()
    .filter((row) => row.hasAttribute('data-row'))
    .map((row) => Number(/:(\d\d)\.0/.exec(row.textContent ?? '')?.[1]));

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
    within(fifth).getByRole('button').focus();
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
});

describe('the keys N and P', () => {
  it('go to the next and the previous event from wherever one is', async () => {
    const world = createWorld();
    renderWith(world, <Keys />);
    act(() => {
      world.connectTo();
      const events = [anEvent(1), anEvent(5), anEvent(9)];
      world.worker.say({ type: 'events', replaceAll: true, events, counts: eventCounts(3) });
    });
    const chosen = () => world.tidemark.view.getState().chosen?.fromMs;
    await userEvent.keyboard('p');
    expect(chosen()).toBe(anEvent(9).fromMs);
    await userEvent.keyboard('pp');
    expect(chosen()).toBe(anEvent(1).fromMs);
    await userEvent.keyboard('n');
    expect(chosen()).toBe(anEvent(5).fromMs);
    expect(world.tidemark.view.getState().fixed).not.toBeNull();
  });
});

function Keys(): null {
  useEventKeys();
  return null;
}

describe('the box of a row', () => {
  const box = (): HTMLElement =>
    screen.getByRole('checkbox', { name: /^True anomaly at .*\d\d:\d\d:01/ });

  it('labels the event’s span by keyboard, and takes the label away again', async () => {
    const world = showing([anEvent(1), anEvent(9)]);
    const { fromMs, toMs } = anEvent(1);
    box().focus();
    await userEvent.keyboard(' ');
    expect(box()).toBeChecked();
    expect(heardOf(world.worker, 'label').at(-1)?.labels).toEqual([
      { channel: 0, fromMs, toMs, name: 'true anomaly' },
    ]);
    await userEvent.keyboard(' ');
    expect(box()).not.toBeChecked();
    expect(heardOf(world.worker, 'label').at(-1)?.labels).toEqual([]);
  });

  it('is ticked by a label from the plot that lies near, on the same channel only', () => {
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
    expect(box()).not.toBeChecked();
    label(0, moment);
    expect(box()).toBeChecked();
  });

  it('does not jump to the event', async () => {
    const world = showing([anEvent(1)]);
    await userEvent.click(box());
    expect(world.tidemark.view.getState().fixed).toBeNull();
  });
});
