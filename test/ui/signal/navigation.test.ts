import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/analysis/messages/viewMessages.ts';
import { createViewStore, type ViewStore } from '../../../src/state/viewStore.ts';
import { createNavigation, type Navigation } from '../../../src/ui/signal/navigation.ts';
import { keptWithin, panned, zoomed } from '../../../src/ui/signal/timeSpan.ts';

const SESSION = { fromMs: 0, toMs: 100_000, rawFromMs: null };

/** A page that shows the last ten seconds of a session of a hundred. */
function setUp(): { view: ViewStore; navigation: Navigation } {
  const view = createViewStore('10 s');
  const shown: View = { fromMs: 90_000, toMs: 100_000, extent: SESSION, channels: [], gaps: [] };
  return { view, navigation: createNavigation({ latest: () => shown }, view) };
}

describe('a stretch of time', () => {
  const span = fc
    .tuple(fc.integer({ min: -1e5, max: 2e5 }), fc.integer({ min: 1, max: 2e5 }))
    .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));

  it('stays in the session, as long as it was if the session is as long', () => {
    fc.assert(
      fc.property(span, (asked) => {
        const kept = keptWithin(asked, SESSION);
        expect(kept.fromMs).toBeGreaterThanOrEqual(SESSION.fromMs);
        expect(kept.toMs).toBeLessThanOrEqual(SESSION.toMs);
        const length = Math.min(asked.toMs - asked.fromMs, 100_000);
        expect(kept.toMs - kept.fromMs).toBeCloseTo(length, 6);
      }),
    );
  });

  it('keeps the moment under the pointer where it is when it is zoomed', () => {
    fc.assert(
      fc.property(
        span,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, factor, share) => {
          const after = zoomed(before, factor, share);
          const moment = (of: typeof before) => of.fromMs + (of.toMs - of.fromMs) * share;
          expect(moment(after)).toBeCloseTo(moment(before), 3);
        },
      ),
    );
  });

  it('comes back when it is moved there and back', () => {
    expect(panned(panned({ fromMs: 10, toMs: 30 }, 0.5), -0.5)).toEqual({ fromMs: 10, toMs: 30 });
  });
});

describe('going through the session', () => {
  it('adds moves up before the next view has come', () => {
    const { view, navigation } = setUp();
    navigation.pan(-0.5);
    navigation.pan(-0.5);
    expect(view.getState().fixed).toEqual({ fromMs: 80_000, toMs: 90_000 });
  });

  it('ends at both ends of the session', () => {
    const { view, navigation } = setUp();
    navigation.pan(-100);
    expect(view.getState().fixed).toEqual({ fromMs: 0, toMs: 10_000 });
    navigation.pan(100);
    expect(view.getState().fixed).toEqual({ fromMs: 90_000, toMs: 100_000 });
    navigation.zoom(1000, 0.5);
    expect(view.getState().fixed).toEqual({ fromMs: 0, toMs: 100_000 });
  });

  it('zooms by keys through the lengths of the live window, and freely when it stands still', () => {
    const { view, navigation } = setUp();
    navigation.zoomStep('in');
    expect(view.getState()).toMatchObject({ window: '10 s', fixed: null });
    navigation.zoomStep('out');
    expect(view.getState()).toMatchObject({ window: '30 s', fixed: null });
    navigation.togglePause();
    navigation.zoomStep('in');
    expect(view.getState().fixed).toEqual({ fromMs: 92_500, toMs: 97_500 });
    navigation.togglePause();
    expect(navigation.isLive()).toBe(true);
  });

  it('sets the missing cursor first, then moves the nearer one', () => {
    const { view, navigation } = setUp();
    navigation.placeNextCursor(0.2);
    navigation.placeNextCursor(0.8);
    expect(view.getState().cursors).toEqual({ a: 92_000, b: 98_000 });
    navigation.placeNextCursor(0.3);
    expect(view.getState().cursors).toEqual({ a: 93_000, b: 98_000 });
    navigation.placeNextCursor(0.9);
    expect(view.getState().cursors).toEqual({ a: 93_000, b: 99_000 });
  });

  it('puts two cursors where there are samples', () => {
    const view = createViewStore('10 s');
    const shown: View = {
      fromMs: -70_000,
      toMs: 30_000,
      extent: { fromMs: 0, toMs: 30_000, rawFromMs: null },
      channels: [],
      gaps: [],
    };
    createNavigation({ latest: () => shown }, view).placeCursors();
    expect(view.getState().cursors).toEqual({ a: 10_000, b: 20_000 });
  });
});
