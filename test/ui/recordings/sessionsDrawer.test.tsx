import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { StoredSession } from '../../../src/analysis/messages/recordingMessages.ts';
import { SessionsDrawer } from '../../../src/ui/recordings/SessionsDrawer.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld } from '../../state/world.ts';
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

it('of hundreds of sessions some are listed, and more when asked', async () => {
  const world = createWorld();
  renderWith(world, <SessionsDrawer />);
  act(() => world.tidemark.recordings.getState().openSessions());
  const request = heardOf(world.worker, 'stored-recordings').at(-1)?.request ?? -1;
  const sessions = Array.from({ length: 200 }, (_, i) => sessionOf(i));
  await act(async () => {
    const result = { kind: 'sessions', sessions } as const;
    world.worker.say({ type: 'done', call: 'stored-recordings', request, result });
  });
  const listed = () => document.querySelectorAll('[aria-label="Recorded sessions"] > li').length;
  expect(await screen.findByText('session 0')).toBeInTheDocument();
  expect(listed()).toBe(50);
  await userEvent.click(screen.getByText('Show 50 older ones of 150'));
  expect(listed()).toBe(100);
});
