import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ModelOutcome } from '../../../src/analysis/messages/modelMessages.ts';
import { readModel } from '../../../src/naming/readModel.ts';
import { writeModel } from '../../../src/naming/writeModel.ts';
import { PushSection } from '../../../src/ui/names/PushSection.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { madeModel } from '../../naming/madeForest.ts';
import { createWorld, streaming } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const MODEL = writeModel(madeModel(['late', 'worn']));
const HASH = (() => {
  const reading = readModel(MODEL);
  return reading.ok ? reading.hash : expect.fail('no model');
})();

function shown(identity: { model?: string | null; can?: [] } = {}) {
  const world = createWorld();
  world.connectTo();
  const { session } = world.tidemark.board.getState().connection;
  const now = streaming(session);
  world.worker.say({ ...now, identity: now.identity && { ...now.identity, ...identity } });
  world.tidemark.forest.getState().use(MODEL);
  renderWith(world, <PushSection />);
  return {
    ...world,
    end: async (result: ModelOutcome) => {
      const asked = heardOf(world.worker, 'model').at(-1);
      if (!asked) return expect.fail('nothing was sent');
      await act(async () => {
        world.worker.say({ type: 'done', call: 'model', request: asked.request, result });
        await new Promise((resolve) => setTimeout(resolve));
      });
    },
  };
}

const pushButton = () => screen.getByRole('button', { name: /Push model to board/ });

describe('the model on its way to the board', () => {
  it('is sent as the file that it is, and said to be there only when the board says so', async () => {
    const { worker, end } = shown();
    expect(screen.getByText('There is no model on the board.')).toBeVisible();
    await userEvent.click(pushButton());
    expect(heardOf(worker, 'model').at(-1)?.file).toBe(MODEL);
    expect(screen.getByRole('progressbar')).toBeVisible();
    await end({ kind: 'done', hash: HASH });
    expect(screen.getByText(new RegExp(`model .*${HASH}.* is on it`))).toBeVisible();
  });

  it.each([
    ['refused', 'nodes: 900 of 400', 'The board refused the model.'],
    ['no-answer', '', 'did not answer on the way'],
    ['broken-off', '', 'started anew on the way'],
    ['other-model', '', 'another model is on it'],
  ] as const)(
    'that fails (%s) says why, and what the board goes on with',
    async (why, words, said) => {
      const { end } = shown({ model: 'abcd1234' });
      await userEvent.click(pushButton());
      await end({ kind: 'failed', why, words, onBoard: 'abcd1234' });
      const status = screen.getByRole('status');
      expect(status).toHaveTextContent(said);
      expect(status).toHaveTextContent(/It goes on with model .*abcd1234/);
      if (words) expect(status).toHaveTextContent(words);
    },
  );

  it('is cancelled by the person', async () => {
    const { worker } = shown();
    await userEvent.click(pushButton());
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(heardOf(worker, 'cancel')).toHaveLength(1);
  });

  it('needs a board that can, and one that has it not already', () => {
    shown({ can: [] });
    expect(pushButton()).toHaveAttribute('aria-disabled', 'true');
    expect(pushButton()).toHaveAccessibleDescription(/names no events/);
  });

  it('can be taken off the board', async () => {
    const { worker } = shown({ model: HASH });
    expect(pushButton()).toHaveAccessibleDescription(/on the board already/);
    await userEvent.click(screen.getByRole('button', { name: 'Take it off the board' }));
    expect(heardOf(worker, 'model').at(-1)?.file).toBeNull();
  });
});
