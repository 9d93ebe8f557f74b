/** Going through the session: the same moves for wheel, fingers, keys and the overview. */
import type { Span } from '../../analysis/messages/viewMessages.ts';
import type { CursorName, ViewStore } from '../../state/viewStore.ts';
import { WINDOW_CHOICES } from '../../state/viewStore.ts';
import type { ViewFeed } from '../plot/viewFeed.ts';
import { keptWithin, momentAt, panned, zoomed } from './timeSpan.ts';

export interface Navigation {
  /** The visible window; null before the first view. */
  shown(): Span | null;
  isLive(): boolean;
  /** By a share of the window; positive = later. */
  pan(share: number): void;
  /** Makes the window `factor` times as long around the moment at a share of it. */
  zoom(factor: number, share: number): void;
  /** One step for a key: while live the window stays live and takes the next length. */
  zoomStep(direction: 'in' | 'out'): void;
  /** Stands still on a range, kept within the session. */
  show(span: Span): void;
  toStart(): void;
  toLive(): void;
  togglePause(): void;
  /** Puts a cursor at a share of the window. */
  placeCursor(name: CursorName, share: number): void;
  /** Puts both cursors into the window, where it has samples. */
  placeCursors(): void;
  /** Puts the cursor that is missing, else the nearer one, at a share of the window. */
  placeNextCursor(share: number): void;
}

const ZOOM_STEP = 2;

export function createNavigation(feed: Pick<ViewFeed, 'latest'>, view: ViewStore): Navigation {
  // A view takes its time: between two of them moves add up on what was asked for last.
  const shown = (): Span | null => view.getState().fixed ?? feed.latest();

  function show(span: Span): void {
    const session = feed.latest()?.extent;
    view.getState().fix(session ? keptWithin(span, session) : span);
  }

  /** Where in a window the middle of its samples is, as a share of it: not in the void before them. */
  function middleOfSamples({ fromMs, toMs }: Span): number {
    const session = feed.latest()?.extent;
    if (!session || session.toMs <= fromMs || session.fromMs >= toMs) return 0.5;
    const middleMs = (Math.max(fromMs, session.fromMs) + Math.min(toMs, session.toMs)) / 2;
    return (middleMs - fromMs) / (toMs - fromMs);
  }

  function placeCursor(name: CursorName, share: number): void {
    const span = shown();
    if (span) view.getState().placeCursor(name, momentAt(span, share));
  }

  return {
    shown,
    isLive: () => view.getState().fixed === null,
    pan(share) {
      const span = shown();
      if (span) show(panned(span, share));
    },
    zoom(factor, share) {
      const span = shown();
      if (span) show(zoomed(span, factor, share));
    },
    zoomStep(direction) {
      const { fixed, window, chooseWindow } = view.getState();
      const span = shown();
      if (fixed && span) {
        show(zoomed(span, direction === 'in' ? 1 / ZOOM_STEP : ZOOM_STEP, middleOfSamples(span)));
        return;
      }
      const next = WINDOW_CHOICES.indexOf(window) + (direction === 'in' ? -1 : 1);
      const choice = WINDOW_CHOICES[next];
      if (choice) chooseWindow(choice);
    },
    show,
    toStart() {
      const span = shown();
      const session = feed.latest()?.extent;
      if (!span || !session) return;
      show({ fromMs: session.fromMs, toMs: session.fromMs + (span.toMs - span.fromMs) });
    },
    toLive: () => view.getState().goLive(),
    togglePause() {
      const { fixed, goLive, fix } = view.getState();
      const latest = feed.latest();
      if (fixed) goLive();
      else if (latest) fix(latest);
    },
    placeCursor,
    placeCursors() {
      const span = shown();
      const session = feed.latest()?.extent;
      if (!span || !session) return;
      const fromMs = Math.max(span.fromMs, session.fromMs);
      const seen = { fromMs, toMs: Math.max(fromMs, Math.min(span.toMs, session.toMs)) };
      view.getState().placeCursor('a', momentAt(seen, 1 / 3));
      view.getState().placeCursor('b', momentAt(seen, 2 / 3));
    },
    placeNextCursor(share) {
      const span = shown();
      if (!span) return;
      const { a, b } = view.getState().cursors;
      const timeMs = momentAt(span, share);
      const isBNearer = a !== null && b !== null && Math.abs(b - timeMs) < Math.abs(a - timeMs);
      placeCursor(a !== null && (b === null || isBNearer) ? 'b' : 'a', share);
    },
  };
}
