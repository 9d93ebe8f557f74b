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
import { anEvent, createWorld, eventCounts } from '../../state/world.ts';
import { thorough } from '../../thoroughness.ts';
import { renderWith } from '../renderWith.tsx';
import { rows, showing } from './shownList.tsx';

const MANY = thorough(10_000, 100_000);

afterEach(() => vi.restoreAllMocks());

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

  it('whose top is in sight does not have the browser lay out the page when something new comes', () => {
    const world = showing([anEvent(1), anEvent(5)]);
    const list = screen.getByRole('region', { name: 'List of anomalies' });
    const asked = vi.fn(() => 0);
    Object.defineProperty(list, 'scrollTop', { get: asked });
    const counts = eventCounts(1);
    act(() =>
      world.worker.say({ type: 'events', replaceAll: false, events: [anEvent(9)], counts }),
    );
    expect(rows()).toHaveLength(3);
    expect(asked).not.toHaveBeenCalled();
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
