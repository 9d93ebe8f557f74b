import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { Notices } from '../../../src/ui/notices/Notices.tsx';
import { createWorld, ONE_BOARD, streaming } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

it('parameters kept under older rules are said once, in words', () => {
  const { least: _l, drift: _d, rhythm: _r, season: _s, bins: _b, ...kept } = DEFAULT_PARAMETERS;
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
  const parameters = { ...kept, fatigue: 0.2, meanGap: 500 };
  stored.set('tidemark.settings', JSON.stringify({ theme: 'system', window: '30 s', parameters }));
  const world = createWorld({ storage });
  renderWith(world, <Notices />);
  expect(screen.getByRole('status')).toHaveTextContent('kept under older rules');
  expect(screen.getByRole('status')).toHaveTextContent(/Fatigue φ now is the share/);
  expect(createWorld({ storage }).tidemark.notices.getState().notices).toEqual([]);
});

it('a board of older rules is said, and its update is offered', async () => {
  const world = createWorld({ ports: ONE_BOARD });
  renderWith(world, <Notices />);
  await act(() => world.tidemark.connectBoard());
  act(() => {
    const message = streaming(1);
    const { identity } = message;
    world.worker.say({ ...message, identity: identity && { ...identity, rules: 2 } });
  });
  expect(screen.getByRole('status')).toHaveTextContent(/judges by older rules than this page/);
  await userEvent.click(screen.getByRole('button', { name: 'Update its firmware…' }));
  expect(world.tidemark.installs.getState().run.phase).not.toBe('closed');
});

it('a file is no board: nothing older is said of it', () => {
  const world = createWorld();
  renderWith(world, <Notices />);
  act(() => world.tidemark.openRecording('table.tidemark', 'table.csv'));
  act(() => {
    const message = streaming(1);
    const { identity } = message;
    world.worker.say({ ...message, identity: identity && { ...identity, rules: 2 } });
  });
  expect(screen.getByRole('status')).not.toHaveTextContent(/older rules/);
});
