import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConsoleLine } from '../../../src/analysis/messages/calls.ts';
import { appendLines, LINES_KEPT } from '../../../src/ui/console/consoleText.ts';
import { ExplorePanel } from '../../../src/ui/explore/ExplorePanel.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const LINES: readonly ConsoleLine[] = [
  { id: 1, direction: 'in', text: 's,1,20,0.5*11', note: { kind: 'dropped', why: 'sum' } },
  { id: 2, direction: 'out', text: 'get,7*22', note: null },
  { id: 3, direction: 'in', text: 'p,gamma=4*33', note: null },
];

async function opened(): Promise<World> {
  const world = createWorld();
  renderWith(world, <ExplorePanel />);
  act(() => world.connectTo());
  expect(heardOf(world.worker, 'console')).toEqual([]);
  await userEvent.click(screen.getByRole('tab', { name: 'Console' }));
  await screen.findByRole('log');
  const [asked] = heardOf(world.worker, 'console');
  if (!asked) throw new Error('the console asked for nothing');
  await act(async () => {
    world.worker.say({
      type: 'done',
      call: 'console',
      request: asked.request,
      result: { lines: LINES, cursor: 4, skipped: 2 },
    });
  });
  return world;
}

describe('the console', () => {
  it('asks only while its tab is shown, and goes on from where it was', async () => {
    const world = await opened();
    await waitFor(() =>
      expect(heardOf(world.worker, 'console').map((asked) => asked.after)).toEqual([0, 4]),
    );
    await userEvent.click(screen.getByRole('tab', { name: /^Anomalies/ }));
    expect(screen.queryByRole('log')).toBeNull();
  });

  it('shows both directions, in words for screen readers, and what went by unseen', async () => {
    await opened();
    expect(screen.getByRole('log')).toHaveTextContent(
      '2 lines went by unseen.←from the board s,1,20,0.5*11 dropped: the sum is wrong→sent get,7*22←from the board p,gamma=4*33',
    );
  });

  it('filters, and copies what is shown', async () => {
    await opened();
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'GAMMA');
    expect(screen.getByRole('log')).not.toHaveTextContent('get,7');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('← p,gamma=4*33');
  });

  it('sends a line as it was typed', async () => {
    const world = await opened();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Send a line' }),
      'set gamma=2.5{Enter}',
    );
    expect(heardOf(world.worker, 'send-line').map((line) => line.text)).toEqual(['set gamma=2.5']);
    expect(screen.getByRole('textbox', { name: 'Send a line' })).toHaveValue('');
  });

  it('says why nothing can be sent', async () => {
    renderWith(createWorld(), <ExplorePanel />);
    await userEvent.click(screen.getByRole('tab', { name: 'Console' }));
    expect(await screen.findByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      'No board is connected.',
    );
  });

  it('keeps the newest lines', () => {
    const many = Array.from(
      { length: LINES_KEPT + 5 },
      (_, id): ConsoleLine => ({
        id,
        direction: 'in',
        text: '',
        note: null,
      }),
    );
    const kept = appendLines(many.slice(0, 10), many.slice(10));
    expect(kept).toHaveLength(LINES_KEPT);
    expect(kept.at(-1)?.id).toBe(LINES_KEPT + 4);
  });
});
