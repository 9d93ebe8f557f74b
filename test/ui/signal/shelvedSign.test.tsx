import { act } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { SignalPanel } from '../../../src/ui/signal/SignalPanel.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

afterEach(() => {
  vi.useRealTimers();
});

it.each(['stacked', 'overlaid'] as const)(
  'beside the name of a %s channel stands that it is shelved, until that ends by itself',
  (layout) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const world = createWorld();
    world.connectTo();
    world.tidemark.view.getState().chooseLayout(layout);
    renderWith(world, <SignalPanel />);
    const says = (): boolean => (document.body.textContent ?? '').includes('shelved');
    expect(says()).toBe(false);
    act(() => world.tidemark.alarms.getState().shelve(0, 60_000, 'oil change'));
    expect(says()).toBe(true);
    vi.setSystemTime(Date.now() + 60_001);
    act(() => world.sayHealth({ rateHz: 50 }));
    expect(says()).toBe(false);
  },
);
