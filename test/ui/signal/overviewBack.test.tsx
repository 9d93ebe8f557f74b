import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { View } from '../../../src/analysis/messages/viewMessages.ts';
import { createPlotOffers } from '../../../src/ui/plot/plotOffers.ts';
import { PlottingContext } from '../../../src/ui/plot/plotting.ts';
import type { Navigation } from '../../../src/ui/signal/navigation.ts';
import { Overview } from '../../../src/ui/signal/Overview.tsx';
import { TidemarkContext } from '../../../src/ui/tidemarkContext.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { createAnsweredFeed } from '../plot/answeredFeed.ts';

const wholeFrom = (fromMs: number): View => ({
  fromMs,
  toMs: 90_000,
  extent: { fromMs, toMs: 90_000, rawFromMs: null },
  gaps: [],
  channels: [],
});

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
  // Nothing can be drawn here; what is shown is told in words.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function screenOf(world: World): {
  readonly part: ReactNode;
  readonly show: (view: View) => Promise<void>;
} {
  const { feed, show } = createAnsweredFeed();
  const plotting = { feed, offers: createPlotOffers(), enlargedBy: 1 };
  return {
    part: (
      <MantineProvider env="test">
        <TidemarkContext value={world.tidemark}>
          <PlottingContext value={plotting}>
            <Overview channels={[0]} navigation={{} as Navigation} />
          </PlottingContext>
        </TidemarkContext>
      </MantineProvider>
    ),
    show,
  };
}

async function sayWhole(world: World, whole: View): Promise<void> {
  const request = heardOf(world.worker, 'view').at(-1)?.request ?? -1;
  await act(async () => world.worker.say({ type: 'done', call: 'view', request, result: whole }));
}

const label = (): string | null => screen.getByRole('img').getAttribute('aria-label');

it('comes back from the presenter view with what it showed, and empty for another signal', async () => {
  const world = createWorld();
  const { part, show } = screenOf(world);
  await show(wholeFrom(0));
  const { unmount } = render(part);
  await sayWhole(world, wholeFrom(0));
  expect(label()).toMatch(/^The whole session, .* to /);
  const before = label();
  unmount();
  const again = render(part);
  expect(label()).toBe(before);
  again.unmount();
  await show(wholeFrom(60_000));
  render(part);
  expect(label()).toBe('The whole session, with the visible window marked');
});
