import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_BOOK } from '../../../src/alarms/alarmBook.ts';
import { eventsCsv } from '../../../src/analysis/files/eventsCsv.ts';
import type { AnomalyEvent } from '../../../src/analysis/messages/findings.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import styles from '../../../src/ui/anomalies/anomalyTable.module.css';
import { useEventKeys } from '../../../src/ui/anomalies/useEventKeys.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { thorough } from '../../thoroughness.ts';
import { renderWith } from '../renderWith.tsx';

const MANY = thorough(10_000, 100_000);

function showing(events: readonly AnomalyEvent[], downloads: string[][] = []): World {
  const world = createWorld();
  renderWith(
    world,
    <AnomalyList beside={document.body} download={(...file) => void downloads.push(file)} />,
  );
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

afterEach(() => vi.restoreAllMocks());

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
      ['x', '4.812 g', '–', '1 in 533', '3 in 0.4 s', ' alarm', 'board', 'name…'],
      ['x', '4.812 g', '12.3 σ', '1 in 533', '3 in 0.4 s', ' collective', 'browser', 'name…'],
    ]);
  });

  it('lets a row pulse when it comes by itself; in a storm none does', () => {
    const nowMs = Date.now();
    // However busy the machine is, no time goes by.
    vi.spyOn(Date, 'now').mockReturnValue(nowMs);
    const at = (id: number, agoMs: number) =>
      anEvent(id, { fromMs: nowMs - agoMs, toMs: nowMs - agoMs });
    const pulsing = () => rows().map((row) => row.classList.contains(styles.arriving ?? '?'));
    const world = showing([at(1, 60_000)]);
    const say = (...events: AnomalyEvent[]) =>
      act(() =>
        world.worker.say({ type: 'events', replaceAll: true, events, counts: eventCounts(9) }),
      );
    say(at(1, 60_000), at(2, 100));
    expect(pulsing()).toEqual([true, false]);
    say(at(3, 1500), at(4, 1000), at(5, 100));
    expect(pulsing()).toEqual([false, false, false]);
  });

  it('says nothing of a filter where there is none, not even until the first row is drawn', () => {
    const drawn: (string | null)[] = [];
    const world = createWorld();
    renderWith(world, <AnomalyList beside={null} />);
    act(() => world.connectTo());
    const watcher = new MutationObserver(() => undefined);
    watcher.observe(document.body, { childList: true, subtree: true });
    act(() =>
      world.worker.say({
        type: 'events',
        replaceAll: true,
        events: [anEvent(1)],
        counts: eventCounts(1),
      }),
    );
    for (const { addedNodes } of watcher.takeRecords())
      for (const node of addedNodes) drawn.push(node.textContent);
    watcher.disconnect();
    expect(rows()).toHaveLength(1);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.join()).not.toContain('passes the filter');
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
    expect(within(oldest).getByRole('button', { name: /^Show/ })).toHaveFocus();
    expect(middle()).toBe(anEvent(1).fromMs + 200);
  });

  it('by arrow keys shows each event where the view stands still, and leaves a live one alone', async () => {
    const world = showing([anEvent(1), anEvent(9)]);
    const fixed = () => world.tidemark.view.getState().fixed;
    const [newest] = rows();
    if (!newest) throw new Error('rows are missing');
    within(newest).getByRole('button', { name: /^Show/ }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(fixed()).toBeNull();
    await userEvent.keyboard('{Enter}{ArrowUp}');
    expect(((fixed()?.fromMs ?? 0) + (fixed()?.toMs ?? 0)) / 2).toBe(anEvent(9).fromMs + 200);
  });

  it(`draws of ${MANY} those that are in sight, wherever it is scrolled to`, () => {
    showing(Array.from({ length: MANY }, (_, id) => anEvent(id)));
    const drawn = () => rows().filter((row) => row.hasAttribute('data-row'));
    expect(drawn().length).toBeGreaterThan(20);
    expect(drawn().length).toBeLessThan(100);
    const list = screen.getByRole('region', { name: 'List of anomalies' });
    fireEvent.scroll(list, { target: { scrollTop: (26 * MANY) / 2 } });
    expect(drawn().length).toBeLessThan(100);
    expect(drawn().map((row) => Number(row.dataset.row))).toContain(MANY / 2);
    const heights = rows().reduce(
      (sum, row) => sum + (Number.parseInt(row.style.height, 10) || 26),
      0,
    );
    expect(heights).toBe(26 * MANY);
  });

  it('can be entered by the Tab key wherever it is scrolled to, at the event that was chosen elsewhere', () => {
    const world = showing(Array.from({ length: 1000 }, (_, id) => anEvent(id)));
    const entered = () =>
      rows().filter((row) => row.querySelector('button[tabindex="0"]:not([data-names])'));
    const list = screen.getByRole('region', { name: 'List of anomalies' });
    act(() => world.tidemark.view.getState().jumpTo(anEvent(990)));
    expect(entered().map((row) => row.dataset.row)).toEqual(['9']);
    entered()[0]?.querySelector('button')?.focus();
    const hadFocus = document.activeElement;
    fireEvent.scroll(list, { target: { scrollTop: 26 * 500 } });
    expect(entered().map((row) => row.dataset.row)).toEqual(['9']);
    expect(hadFocus).toHaveFocus();
    const heights = rows().reduce(
      (sum, row) => sum + (Number.parseInt(row.style.height, 10) || 26),
      0,
    );
    expect(heights).toBe(26 * 1000);
  });

  it('holds still under the keys when something new stands above', async () => {
    const world = showing([anEvent(1), anEvent(5)]);
    const list = screen.getByRole('region', { name: 'List of anomalies' });
    const sayNew = (id: number): void => {
      const counts = eventCounts(1);
      act(() =>
        world.worker.say({ type: 'events', replaceAll: false, events: [anEvent(id)], counts }),
      );
    };
    sayNew(9);
    expect(list.scrollTop).toBe(0);
    screen.getAllByRole('button', { name: /^Show/ })[0]?.focus();
    sayNew(13);
    expect(list.scrollTop).toBe(26);
  });

  it('exports all events', async () => {
    const downloads: string[][] = [];
    // The page lists some; the export has those that the worker knows.
    const world = showing([anEvent(2)], downloads);
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    const request = heardOf(world.worker, 'export-events').at(-1)?.request ?? -1;
    const result = eventsCsv([anEvent(1), anEvent(2)], [], EMPTY_BOOK, []);
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
    expect(cell(1)).toHaveAccessibleName(/^not an anomaly, named by the board, 90 %, at /);
    expect(cell(1).querySelector('svg')).not.toBeNull();
    expect(cell(5)).toHaveTextContent('unknown');
    expect(cell(9)).toHaveTextContent('name…');
    act(() => world.tidemark.naming.nameEvents([anEvent(1)], 'true anomaly'));
    expect(cell(1)).toHaveTextContent(/^true anomaly$/);
    expect(cell(1)).toHaveAccessibleName(/named by you; not an anomaly, named by the board, 90 %/);
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
      /^spike, named by the forest, 82 %, at /,
    );
    expect(screen.getByRole('button', { name: /:05.0$/ })).toHaveAccessibleName(
      /^spike, named by the forest, 82 %; the board says step, 60 %, at /,
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
