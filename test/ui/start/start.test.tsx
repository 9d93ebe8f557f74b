import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { StoredSession } from '../../../src/analysis/messages/recordingMessages.ts';
import { StartDoors } from '../../../src/ui/start/StartDoors.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const aSession = (changes: Partial<StoredSession> = {}): StoredSession => ({
  fileName: 'one.tidemark',
  name: 'Night shift',
  board: 'Raspberry Pi Pico',
  startedMs: 1_700_000_000_000,
  endedMs: 1_700_000_600_000,
  bytes: 4_200_000,
  samples: 30_000,
  lost: 0,
  anomalies: 12,
  state: 'closed',
  ...changes,
});

function started(sessions: readonly StoredSession[] | null): World {
  const world = createWorld();
  renderWith(world, <StartDoors />);
  act(() => world.tidemark.recordings.setState({ sessions }));
  return world;
}

describe('the start', () => {
  it('has the way that always works first', () => {
    started(null);
    const [first] = screen.getAllByRole('button');
    expect(first).toHaveAccessibleName('Virtual machine');
  });

  it('offers what was recorded last, a click from being played back', async () => {
    const world = started([aSession(), aSession({ fileName: 'two.tidemark', name: 'Day' })]);
    const session = screen.getByRole('button', {
      name: /^Play back Night shift .*Raspberry Pi Pico.*12 anomalies/,
    });
    await userEvent.click(session);
    expect(heardOf(world.worker, 'open').map(({ source }) => source)).toMatchObject([
      { kind: 'replay', title: 'Night shift' },
    ]);
  });

  it('leaves out what is being recorded, and leads to all of them when there are many', () => {
    const many = Array.from({ length: 7 }, (_, i) =>
      aSession({ fileName: `${i}.tidemark`, name: `Session ${i}` }),
    );
    started([aSession({ fileName: 'now', name: 'Now', state: 'recording' }), ...many]);
    expect(screen.queryByText('Now')).toBeNull();
    expect(screen.getByText('Session 3')).toBeInTheDocument();
    expect(screen.queryByText('Session 4')).toBeNull();
    expect(screen.getByRole('button', { name: 'All 7 recorded sessions' })).toBeInTheDocument();
  });

  it('says nothing of sessions before the first', () => {
    started([]);
    expect(screen.queryByRole('heading', { name: 'Recent sessions' })).toBeNull();
  });
});
