import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PLOTTED_CHANNELS } from '../../../src/analysis/messages/findings.ts';
import { SignalPanel } from '../../../src/ui/signal/SignalPanel.tsx';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function sayChannels(world: World, count: number): void {
  const channels = Array.from({ length: count }, (_, i) => ({ name: `n${i}`, unit: '' }));
  const { session } = world.tidemark.board.getState().connection;
  act(() => world.worker.say({ type: 'channels', session, channels }));
}

// By their roles it would take seconds: the roles of all are worked out at each look.
const strips = () => [...document.querySelectorAll('[role="img"][aria-label^="Signal of "]')];

describe('channels that come by the hundred', () => {
  it('are drawn one after the other, all that can be', async () => {
    const world = createWorld();
    world.connectTo();
    renderWith(world, <SignalPanel />);
    sayChannels(world, PLOTTED_CHANNELS + 40);
    expect(strips().length).toBeLessThan(PLOTTED_CHANNELS / 4);
    await expect.poll(() => strips().length).toBe(PLOTTED_CHANNELS);
    const shown = screen.getByRole('group', { name: 'Channels shown' });
    // Their names are folded into one button, which unfolds them.
    const more = shown.querySelector<HTMLElement>('button[aria-expanded="false"]');
    expect(more).toHaveTextContent(/^\+\d+$/);
    act(() => more?.click());
    expect(shown.querySelectorAll('button[aria-pressed]')).toHaveLength(PLOTTED_CHANNELS);
  });

  it('leave what was there before as it is', async () => {
    const world = createWorld();
    world.connectTo();
    renderWith(world, <SignalPanel />);
    sayChannels(world, 3);
    await expect.poll(() => strips().length).toBe(3);
    const before = world.tidemark.board.getState().channels;
    const [first] = strips();
    sayChannels(world, 8);
    await expect.poll(() => strips().length).toBe(8);
    const now = world.tidemark.board.getState().channels;
    expect(before.every((channel, at) => channel === now[at])).toBe(true);
    expect(strips()[0]).toBe(first);
  });
});
