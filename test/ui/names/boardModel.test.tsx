import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ModelOutcome } from '../../../src/analysis/messages/modelMessages.ts';
import { writeModel } from '../../../src/naming/writeModel.ts';
import { BoardModel } from '../../../src/ui/names/BoardModel.tsx';
import { modelOutcomeWords } from '../../../src/ui/names/boardModelWords.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { madeModel } from '../../naming/madeForest.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const MODEL = writeModel(madeModel(['spike', 'step']));

const push = () => screen.getByRole('button', { name: 'Push the model to the board' });
const status = () => screen.getByRole('status');

function shown(): World {
  const world = createWorld();
  renderWith(world, <BoardModel />);
  return world;
}

function withModel(): World {
  const world = shown();
  act(() => {
    world.connectTo();
    world.tidemark.forest.getState().use(MODEL);
  });
  return world;
}

async function answer(world: World, result: ModelOutcome): Promise<void> {
  const request = heardOf(world.worker, 'model').at(-1)?.request ?? -1;
  await act(async () => world.worker.say({ type: 'done', call: 'model', request, result }));
}

function boardHas(world: World, model: string | null): void {
  const { connection } = world.tidemark.board.getState();
  const identity = connection.identity && { ...connection.identity, model };
  act(() => world.worker.say({ type: 'connection', ...connection, identity }));
}

describe('the model on the board', () => {
  it('is pushed with a count of its pieces, can be cancelled, and is there when the board says so', async () => {
    const world = withModel();
    const { used } = world.tidemark.forest.getState();
    expect(screen.getByText('The board has no model: it names nothing.')).toBeVisible();
    await userEvent.click(push());
    const asked = heardOf(world.worker, 'model').at(-1);
    expect(asked?.file).toBe(MODEL);
    const request = asked?.request ?? -1;
    const progress = { done: 3, of: 12 };
    act(() => world.worker.say({ type: 'progress', call: 'model', request, progress }));
    expect(screen.getByText('Piece 3 of 12')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(heardOf(world.worker, 'cancel').at(-1)?.request).toBe(request);
    boardHas(world, used?.hash ?? null);
    await answer(world, { kind: 'done', hash: used?.hash ?? null });
    expect(status()).toHaveTextContent('The model is on the board');
    expect(screen.getByText(/^The board names events by this model/)).toBeVisible();
    expect(push()).toHaveAccessibleDescription('The board has this model already.');
    await userEvent.click(screen.getByRole('button', { name: 'Take it off the board' }));
    expect(heardOf(world.worker, 'model').at(-1)?.file).toBeNull();
  });

  it('says how often board and page agree', () => {
    const world = withModel();
    boardHas(world, 'aabbccdd');
    expect(screen.getByText(/^The board names events by another model, aabbccdd/)).toBeVisible();
    expect(screen.getByText(/^No event has been named by both/)).toBeVisible();
    const board = (event: number, name: string | null) => ({
      event,
      channel: 0,
      timeMs: event,
      name,
      share: 0.8,
    });
    const page = (event: number, name: string | null) => ({ event, name, confidence: 0.7 });
    act(() => {
      const names = [board(1, 'spike'), board(2, 'step'), board(3, null), board(4, 'step')];
      world.worker.say({ type: 'board-names', replaceAll: true, names });
      const pageNames = [page(1, 'spike'), page(2, 'spike'), page(3, null)];
      world.worker.say({ type: 'event-names', replaceAll: true, names: pageNames });
    });
    expect(
      screen.getByText(/agree on 2 of 3 events that both have named; the others/),
    ).toBeVisible();
  });

  it('says why nothing can be pushed', () => {
    const world = shown();
    expect(push()).toHaveAccessibleDescription('Train a forest, or open a model, first.');
    act(() => world.tidemark.forest.getState().use(MODEL));
    expect(push()).toHaveAccessibleDescription(/^No board with the firmware of Tidemark/);
  });

  it('says what became of one that did not get there, in the board’s words where it has some', async () => {
    const world = withModel();
    await userEvent.click(push());
    const words = 'the forest has 900 nodes and 300 fit';
    await answer(world, { kind: 'failed', why: 'refused', words, onBoard: null });
    expect(status()).toHaveTextContent(
      'The board does not take the model (“the forest has 900 nodes and 300 fit”), and goes on with what it had.',
    );
    const reasons = ['no-answer', 'broken-off', 'other-model', 'cancelled', 'not-whole'] as const;
    const said = reasons.map((why) =>
      modelOutcomeWords({ kind: 'failed', why, words: '', onBoard: null }),
    );
    expect(new Set(said).size).toBe(reasons.length);
  });
});
