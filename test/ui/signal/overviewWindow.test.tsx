import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Span } from '../../../src/analysis/messages/viewMessages.ts';
import { createPlotOffers } from '../../../src/ui/plot/plotOffers.ts';
import { PlottingContext } from '../../../src/ui/plot/plotting.ts';
import { createNavigation } from '../../../src/ui/signal/navigation.ts';
import { OverviewWindow } from '../../../src/ui/signal/OverviewWindow.tsx';
import { TidemarkContext } from '../../../src/ui/tidemarkContext.ts';
import { createWorld, type World } from '../../state/world.ts';
import { createAnsweredFeed } from '../plot/answeredFeed.ts';

const SESSION: Span = { fromMs: 0, toMs: 90_000 };

let world: World;
let show: (span: Span) => Promise<void>;
let clockMs: number;

beforeEach(() => {
  clockMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
  world = createWorld();
  const { feed, show: answer } = createAnsweredFeed();
  show = async (span) => {
    const extent = { ...SESSION, toMs: Math.max(SESSION.toMs, span.toMs), rawFromMs: null };
    await answer({ ...span, extent, gaps: [], channels: [] });
  };
  render(
    <MantineProvider env="test">
      <TidemarkContext value={world.tidemark}>
        <PlottingContext value={{ feed, offers: createPlotOffers(), enlargedBy: 1 }}>
          <OverviewWindow
            session={{ current: SESSION }}
            navigation={createNavigation(feed, world.tidemark.view)}
          />
        </PlottingContext>
      </TidemarkContext>
    </MantineProvider>,
  );
});
afterEach(() => vi.restoreAllMocks());

const slider = (name: string): HTMLElement => screen.getByRole('slider', { name });
const told = (): string | null => slider('Visible window').getAttribute('aria-valuetext');

describe('the visible window on the overview', () => {
  it('of which one end has met the other is opened again by a few keys', async () => {
    await show({ fromMs: 50_000, toMs: 50_001 });
    act(() => slider('End of the visible window').focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(world.tidemark.view.getState().fixed).toEqual({ fromMs: 50_000, toMs: 50_451 });
  });

  it('tells while it follows the signal, but not to whoever has it in hand and waits', async () => {
    await show({ fromMs: 60_000, toMs: 90_000 });
    const first = told();
    clockMs += 2000;
    await show({ fromMs: 62_000, toMs: 92_000 });
    const second = told();
    expect(second).not.toBe(first);
    act(() => slider('Visible window').focus());
    clockMs += 2000;
    await show({ fromMs: 64_000, toMs: 94_000 });
    expect(told()).toBe(second);
    await userEvent.keyboard('{End}');
    await show({ fromMs: 66_000, toMs: 96_000 });
    expect(told()).not.toBe(second);
  });
});
