import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { StoredSession } from '../../../src/analysis/messages/recordingMessages.ts';
import { SessionsDrawer } from '../../../src/ui/recordings/SessionsDrawer.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const sessionOf = (i: number): StoredSession => ({
  fileName: `${i}.tidemark`,
  name: `session ${i}`,
  board: 'Pico',
  startedMs: 1_700_000_000_000 - i * 3_600_000,
  endedMs: 1_700_000_000_000 - i * 3_600_000 + 60_000,
  bytes: 1000,
  samples: 100,
  lost: 0,
  anomalies: 0,
  state: 'closed',
});

async function showing(count: number): Promise<World> {
  const world = createWorld();
  renderWith(world, <SessionsDrawer />);
  act(() => world.tidemark.recordings.getState().openSessions());
  const request = heardOf(world.worker, 'stored-recordings').at(-1)?.request ?? -1;
  const sessions = Array.from({ length: count }, (_, i) => sessionOf(i));
  await act(async () => {
    const result = { kind: 'sessions', sessions } as const;
    world.worker.say({ type: 'done', call: 'stored-recordings', request, result });
  });
  expect(await screen.findByText('session 0')).toBeInTheDocument();
  return world;
}

it('of hundreds of sessions some are listed, and more when asked', async () => {
  await showing(120);
  const listed = () => document.querySelectorAll('[aria-label="Recorded sessions"] > li').length;
  expect(listed()).toBe(50);
  await userEvent.click(screen.getByText('Show 50 older ones of 70'));
  expect(listed()).toBe(100);
});

it('what was done to a session leaves the focus in the list', async () => {
  await showing(3);
  const [first, second, third] = screen.getAllByRole('listitem').map((item) => within(item));
  if (!first || !second || !third) throw new Error('sessions are missing');
  await userEvent.click(first.getByRole('button', { name: 'Rename' }));
  await userEvent.keyboard('night{Enter}');
  expect(first.getByRole('button', { name: 'Rename' })).toHaveFocus();
  await userEvent.click(second.getByRole('button', { name: 'Delete' }));
  await userEvent.click(second.getByRole('button', { name: 'Do not delete' }));
  expect(second.getByRole('button', { name: 'Delete' })).toHaveFocus();
  await userEvent.click(second.getByRole('button', { name: 'Delete' }));
  await userEvent.click(second.getByRole('button', { name: 'Delete for good' }));
  expect(third.getByRole('button', { name: 'Open' })).toHaveFocus();
});
