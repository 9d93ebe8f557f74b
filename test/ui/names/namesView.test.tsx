import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ForestStudied } from '../../../src/analysis/messages/studyMessages.ts';
import { readModel } from '../../../src/naming/readModel.ts';
import { writeModel } from '../../../src/naming/writeModel.ts';
import type { PreferencesStorage } from '../../../src/state/preferences.ts';
import { NamesView } from '../../../src/ui/names/NamesView.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { madeModel } from '../../naming/madeForest.ts';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const MODEL = writeModel({ ...madeModel(['late', '<b>worn</b>']), confidence: 0.55 });

const example = (truth: number, predicted: number, share: number, at: number) => ({
  channel: 0,
  fromMs: at,
  toMs: at,
  truth,
  predicted,
  share,
});

const TRAINED: ForestStudied = {
  kind: 'train',
  model: MODEL,
  classes: ['late', '<b>worn</b>'],
  examples: [
    ...Array.from({ length: 8 }, (_, i) => example(0, 0, 0.9, i * 1000)),
    ...Array.from({ length: 7 }, (_, i) => example(1, 1, 0.9, 10_000 + i * 1000)),
    example(1, 0, 0.7, 20_000),
  ],
  importance: [{ feature: 'peak', lost: 0.31 }],
  leftOut: 0,
};

function shown(storage: PreferencesStorage = null) {
  const world = createWorld({ storage });
  world.connectTo();
  renderWith(world, <NamesView />);
  return world;
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('the forest that names events', () => {
  it('is trained at a press, is in force at once, and says how good it is', async () => {
    const world = shown();
    await press('Train a forest');
    expect(heardOf(world.worker, 'study').at(-1)?.study).toEqual({
      kind: 'train',
      trees: 20,
      spectrum: false,
      confidence: 0.55,
    });
    await act(() => world.endStudy(TRAINED));
    expect(heardOf(world.worker, 'use-model').at(-1)?.model).toBe(MODEL);
    expect(screen.getByText(/94 % right\./)).toBeVisible();
    expect(screen.getByText(/15 of 16 named as you did/)).toBeVisible();
    const table = screen.getByRole('table');
    const rows = within(table).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'You saylate<b>worn</b>unknown',
      'late8··',
      '<b>worn</b>17·',
    ]);
    expect(screen.getByText(/largest deviation, with its sign/)).toBeVisible();
    const list = screen.getByRole('region', { name: 'Where it says otherwise than you' });
    expect(list).toHaveTextContent('you: <b>worn</b>, the forest: late (70 %)');
  });

  it('says why it cannot be trained, and keeps the forest before', async () => {
    const world = shown();
    act(() => world.tidemark.forest.getState().use(MODEL));
    await press('Train a forest');
    await act(() =>
      world.endStudy({
        kind: 'refused',
        fault: { code: 'too-few', least: 8, of: [{ name: 'late, ★', count: 3 }] },
      }),
    );
    expect(screen.getByText(/Too few of “.*late, ★.*”: 3\. At least 8/)).toBeVisible();
    expect(world.tidemark.forest.getState().used?.text).toBe(MODEL);
  });

  it('refuses a file that is no whole model with its reason, and goes on with the one before', () => {
    const world = shown();
    const { use } = world.tidemark.forest.getState();
    act(() => use(MODEL));
    act(() => use(MODEL.slice(0, -30)));
    expect(screen.getByRole('alert')).toHaveTextContent('cut off');
    act(() => use('time,value\n1,2\n'));
    expect(screen.getByRole('alert')).toHaveTextContent('no model of Tidemark');
    expect(world.tidemark.forest.getState().used?.text).toBe(MODEL);
    expect(heardOf(world.worker, 'use-model')).toHaveLength(1);
  });

  it('is taken from a file that is dropped on the page, and shown', async () => {
    const world = shown();
    const { imports, forest, view } = world.tidemark;
    imports.getState().choose(new File([MODEL], 'anything.csv'));
    await waitFor(() => expect(forest.getState().used?.text).toBe(MODEL));
    expect(view.getState().lowerTab).toBe('names');
    expect(heardOf(world.worker, 'look')).toEqual([]);
    imports.getState().choose(new File([MODEL.slice(0, -30)], 'anything.csv'));
    expect(await screen.findByRole('alert')).toHaveTextContent('cut off');
  });

  it('that cannot be read any more says so', async () => {
    const world = shown();
    const gone = new File([MODEL], 'gone.csv');
    gone.text = () => Promise.reject(new Error('NotReadableError'));
    await act(() => world.tidemark.forest.getState().open(gone));
    expect(screen.getByRole('alert')).toHaveTextContent('cannot be read any more');
  });

  it('has all of it within reach of the keys', async () => {
    const world = shown();
    act(() => world.tidemark.forest.getState().use(MODEL));
    const reached: string[] = [];
    for (let presses = 0; presses < 11; presses++) {
      await userEvent.tab();
      const its = document.activeElement;
      reached.push(its?.getAttribute('aria-label') ?? its?.textContent ?? '');
      if (its?.textContent === 'Train a forest') await userEvent.keyboard('{Enter}');
    }
    expect(heardOf(world.worker, 'study').at(-1)?.study.kind).toBe('train');
    expect(reached).toEqual([
      ...['Names', 'Trees', '', 'Train a forest', 'Cancel', 'Open a model…', 'Save the model'],
      ...['As source…', 'Name no more', 'Least share of the trees for a name'],
      expect.stringMatching(/^Push model to board/),
    ]);
  });

  it('for other channels says for which, and that it names nothing here', () => {
    const world = shown();
    const say = (names: string[]) =>
      act(() =>
        world.worker.say({
          type: 'channels',
          session: world.tidemark.board.getState().connection.session,
          channels: names.map((name) => ({ name, unit: '' })),
        }),
      );
    act(() => world.tidemark.forest.getState().use(MODEL));
    const sentence = /trained on other channels \(vibration, temp\): it names nothing here/;
    expect(screen.getByText(sentence)).toBeVisible();
    say(['vibration', 'temp', 'together']);
    expect(screen.queryByText(sentence)).toBeNull();
    act(() => world.tidemark.channelLooks.getState().choose('temp', { name: 'oven' }));
    expect(screen.queryByText(sentence)).toBeNull();
    say(['vibration']);
    expect(screen.getByText(sentence)).toBeVisible();
    expect(screen.getByText(/Outliers that raised none are named by you alone/)).toBeVisible();
  });

  it('counts what it names, and names anew when it must be surer', async () => {
    const world = shown();
    act(() => world.tidemark.forest.getState().use(MODEL));
    act(() =>
      world.worker.say({
        type: 'event-names',
        replaceAll: true,
        names: [
          { event: 1, name: 'late', confidence: 0.9 },
          { event: 2, name: null, confidence: 0.4 },
        ],
      }),
    );
    expect(screen.getByText(/It names 1 of 2 events/)).toBeVisible();
    const before = world.tidemark.forest.getState().confidence;
    screen.getByRole('slider', { name: /Least share of the trees/ }).focus();
    await userEvent.keyboard('{ArrowRight}');
    const text = heardOf(world.worker, 'use-model').at(-1)?.model ?? '';
    const reading = readModel(text);
    expect(reading.ok && reading.model.confidence).toBeCloseTo(Math.min(1, before + 0.05), 6);
  });

  it('is still there in a later visit, until the person wants none', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    createWorld({ storage }).tidemark.forest.getState().use(MODEL);
    const later = createWorld({ storage });
    expect(later.tidemark.forest.getState().used?.text).toBe(MODEL);
    expect(heardOf(later.worker, 'use-model').at(-1)?.model).toBe(MODEL);
    later.tidemark.forest.getState().drop();
    expect(createWorld({ storage }).tidemark.forest.getState().used).toBeNull();
  });
});
