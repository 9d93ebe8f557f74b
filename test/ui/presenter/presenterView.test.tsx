import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useCommandKeys } from '../../../src/ui/commands/useCommandKeys.ts';
import { PresenterView } from '../../../src/ui/presenter/PresenterView.tsx';
import { SecondWindow } from '../../../src/ui/presenter/SecondWindow.tsx';
import { enlargementOf } from '../../../src/ui/presenter/usePresentedPlotting.ts';
import { useView } from '../../../src/ui/tidemarkContext.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

// There is no canvas here to draw a signal on; Chromium's are in test/browser/presenter.spec.ts.
vi.mock('../../../src/ui/signal/Strips.tsx', () => ({ Strips: () => null }));

/** As the page has it. */
function Stage(): ReactNode {
  useCommandKeys();
  const isPresenting = useView((state) => state.presenting);
  const second = useView((state) => state.second);
  return (
    <>
      {isPresenting ? <PresenterView /> : <p>All panels</p>}
      {second && <SecondWindow at={second} />}
    </>
  );
}

function staged(): World {
  const world = createWorld();
  renderWith(world, <Stage />);
  return world;
}

function injected(world: World): string[] {
  return heardOf(world.worker, 'inject').map(({ injection }) => injection);
}

describe('the presenter view', () => {
  it('is entered and left by keys, once there is something to show', async () => {
    const world = staged();
    await userEvent.keyboard('v');
    expect(screen.getByText('All panels')).toBeInTheDocument();
    act(() => world.connectTo());
    await userEvent.keyboard('v');
    expect(screen.getByRole('main', { name: 'Presenter view' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('All panels')).toBeInTheDocument();
    await userEvent.keyboard('vv');
    expect(screen.getByText('All panels')).toBeInTheDocument();
  });

  it('has a key for each disturbance, and says what to expect of it', async () => {
    const world = staged();
    act(() => world.connectTo());
    await userEvent.keyboard('v15');
    expect(injected(world)).toEqual(['spike', 'flat']);
    expect(screen.getByText(/^Flat line: to be flagged within .*\.$/)).toBeInTheDocument();
    await userEvent.keyboard('9');
    await userEvent.click(screen.getByRole('button', { name: /Burst/ }));
    expect(injected(world)).toEqual(['spike', 'flat', 'burst']);
  });

  it('tells of the last anomaly and why it was flagged', async () => {
    const world = staged();
    act(() => world.connectTo());
    await userEvent.keyboard('v');
    expect(screen.getByText('No anomaly so far.')).toBeInTheDocument();
    const events = [anEvent(7, { peakDeviation: -20.04, peakValue: 4.81, by: 'both' })];
    act(() =>
      world.worker.say({ type: 'events', replaceAll: false, events, counts: eventCounts(1) }),
    );
    const told = screen.getByRole('region', { name: 'Last anomaly' });
    expect(told).toHaveTextContent('x 4.810 g');
    expect(told).toHaveTextContent('20.0 σ from the mean.');
    expect(told).toHaveTextContent('seen by browser + board');
    expect(heardOf(world.worker, 'why').map(({ event }) => event)).toEqual([7]);
  });

  it('stands still where the person looked, until they go back to live', async () => {
    const world = staged();
    act(() => world.connectTo());
    act(() => world.tidemark.view.getState().fix({ fromMs: 1, toMs: 2 }));
    await userEvent.keyboard('v');
    expect(screen.getByRole('button', { name: /Back to live/ })).toBeInTheDocument();
    await userEvent.keyboard('l');
    expect(world.tidemark.view.getState().fixed).toBeNull();
  });
});

/** The browser lets the page open a window; Chromium's own is in test/browser/presenter.spec.ts. */
function grantWindow(): Window {
  const granted = Object.assign(new EventTarget(), {
    document: document.implementation.createHTMLDocument(),
    innerWidth: 1280,
    innerHeight: 720,
    requestAnimationFrame: () => 0,
    close: vi.fn(),
  }) as unknown as Window;
  vi.stubGlobal('open', () => granted);
  return granted;
}

const secondButton = { name: 'Second window' };

async function shownTwice(): Promise<{ world: World; there: Window; told: () => string }> {
  const there = grantWindow();
  const world = staged();
  act(() => world.connectTo());
  await userEvent.keyboard('v');
  await userEvent.click(screen.getByRole('button', secondButton));
  return { world, there, told: () => there.document.body.textContent ?? '' };
}

describe('the second window', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('shows the same, whatever the first one shows', async () => {
    const { world, there, told } = await shownTwice();
    expect(told()).toContain('No anomaly so far.');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('All panels')).toBeInTheDocument();
    const events = [anEvent(7, { peakDeviation: -20.04, peakValue: 4.81, by: 'both' })];
    act(() =>
      world.worker.say({ type: 'events', replaceAll: false, events, counts: eventCounts(1) }),
    );
    expect(told()).toContain('20.0\u00a0σ from the mean.');
    expect(there.document.documentElement.lang).toBe('en');
    expect(there.document.documentElement.dataset.mantineColorScheme).toBe('light');
  });

  it('says that the signal stands still, as long as it does', async () => {
    const { world, told } = await shownTwice();
    expect(told()).not.toContain('stands still');
    act(() => world.tidemark.view.getState().fix({ fromMs: 0, toMs: 1000 }));
    expect(told()).toContain('The signal stands still');
    act(() => world.tidemark.view.getState().goLive());
    expect(told()).not.toContain('stands still');
  });

  it('has the keys of the disturbances, too', async () => {
    const { world, there } = await shownTwice();
    await userEvent.keyboard('{Escape}');
    act(() => {
      there.document.dispatchEvent(new KeyboardEvent('keydown', { key: '1' }));
      there.document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    });
    expect(injected(world)).toEqual(['spike']);
    expect(world.tidemark.view.getState().presenting).toBe(false);
  });

  it('is closed by the same button, and noticed when a person closes it', async () => {
    const { world, there, told } = await shownTwice();
    await userEvent.click(screen.getByRole('button', { name: 'Close the second window' }));
    expect(there.close).toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', secondButton));
    expect(told()).toContain('No anomaly so far.');
    act(() => void there.dispatchEvent(new Event('pagehide')));
    expect(world.tidemark.view.getState().second).toBeNull();
    expect(screen.getByRole('button', secondButton)).toBeInTheDocument();
  });

  it('says why it stands still when the first one goes, and is found again by the next', async () => {
    const { there, told } = await shownTwice();
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(told()).toMatch(/^The first window was closed or loaded again\./);
    await userEvent.click(screen.getByRole('button', secondButton));
    expect(told()).not.toContain('The first window was closed');
    expect(told()).toContain('No anomaly so far.');
    expect(there.document.body.hasAttribute('style')).toBe(false);
  });

  it('that the browser does not open is told of in a sentence', async () => {
    vi.stubGlobal('open', () => null);
    const world = staged();
    act(() => world.connectTo());
    await userEvent.keyboard('v');
    await userEvent.click(screen.getByRole('button', secondButton));
    expect(world.tidemark.notices.getState().notices).toMatchObject([
      { sentence: expect.stringContaining('Allow pop-ups') },
    ]);
  });
});

describe('letters of plots', () => {
  it('grow with the smaller side of the window, and are never smaller than usual', () => {
    expect(enlargementOf(1280, 720)).toBe(1.8);
    expect(enlargementOf(1920, 720)).toBe(1.8);
    expect(enlargementOf(1920, 1080)).toBe(2.7);
    expect(enlargementOf(390, 844)).toBe(1);
  });
});
