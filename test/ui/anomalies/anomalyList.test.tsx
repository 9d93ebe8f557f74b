import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EMPTY_BOOK } from '../../../src/alarms/alarmBook.ts';
import { eventsCsv } from '../../../src/analysis/files/eventsCsv.ts';
import type { AnomalyEvent } from '../../../src/analysis/messages/findings.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
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
    within(oldest).getByRole('button').focus();
    await userEvent.keyboard('{Enter}');
    expect(middle()).toBe(anEvent(1).fromMs + 200);
  });

  it('draws the newest 30 of ten thousand, and more when asked', async () => {
    showing(Array.from({ length: 10_000 }, (_, id) => anEvent(id)));
    expect(rows()).toHaveLength(30);
    await userEvent.click(screen.getByRole('button', { name: /Show more/ }));
    expect(rows()).toHaveLength(60);
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

describe('the box of a row', () => {
  const box = (): HTMLElement =>
    screen.getByRole('checkbox', { name: /^True anomaly at \d\d:\d\d:01/ });

  it('labels the event’s span by keyboard, and takes the label away again', async () => {
    const world = showing([anEvent(1), anEvent(9)]);
    const { fromMs, toMs } = anEvent(1);
    box().focus();
    await userEvent.keyboard(' ');
    expect(box()).toBeChecked();
    expect(heardOf(world.worker, 'label').at(-1)?.labels).toEqual([{ channel: 0, fromMs, toMs }]);
    await userEvent.keyboard(' ');
    expect(box()).not.toBeChecked();
    expect(heardOf(world.worker, 'label').at(-1)?.labels).toEqual([]);
  });

  it('is ticked by a label from the plot that lies near, on the same channel only', () => {
    const world = showing([anEvent(1)]);
    const moment = anEvent(1).toMs + 400;
    const label = (channel: number, timeMs: number): void =>
      act(() => world.tidemark.labels.getState().add({ channel, fromMs: timeMs, toMs: timeMs }));
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
