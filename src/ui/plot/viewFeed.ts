/** Frames for the plots: ask, wait for the reply, let them draw, ask again. Cost in pixels. */

import type { ViewReply } from '../../analysis/client/viewCalls.ts';
import type { ChannelView, View, ViewRange } from '../../analysis/messages/viewMessages.ts';

export interface ViewFeed {
  /** The view that was drawn last; null before the first. */
  latest(): View | null;
  subscribe(draw: (view: View) => void): () => void;
  /** How wide the plots are, in device pixels. */
  setWidth(widthPx: number): void;
  start(): () => void;
}

interface FeedWorld {
  readonly ask: (range: ViewRange, widthPx: number) => Promise<ViewReply>;
  readonly range: () => ViewRange;
  /** Calls back before the next repaint, as `requestAnimationFrame` does. */
  readonly onNextFrame: (callback: () => void) => void;
  /** A clock of any beginning, ms. */
  readonly nowMs: () => number;
}

/** Faster changes of a number cannot be read. */
const NEWEST_EVERY_MS = 200;
/** Without an answer the feed waits this many frames: the worker is starting again. */
const FRAMES_AFTER_FAILURE = 30;

export function createViewFeed(world: FeedWorld): ViewFeed {
  const listeners = new Set<(view: View) => void>();
  let latest: View | null = null;
  let width = 800;
  const newest = createNewest(world.nowMs);
  let run = 0;
  let isRunning = false;

  async function frame(mine: number): Promise<void> {
    const reply = await world.ask(world.range(), width);
    if (mine !== run) return;
    if (reply.kind === 'view') {
      latest = newest.toldIn(reply.view);
      for (const draw of [...listeners]) draw(latest);
      world.onNextFrame(() => void frame(mine));
    } else {
      wait(mine, FRAMES_AFTER_FAILURE);
    }
  }

  function wait(mine: number, frames: number): void {
    if (mine !== run) return;
    if (frames === 0) void frame(mine);
    else world.onNextFrame(() => wait(mine, frames - 1));
  }

  return {
    latest: () => latest,
    subscribe(draw) {
      listeners.add(draw);
      // What was drawn before it stood still is of a time that is over.
      if (latest && isRunning) draw(latest);
      return () => {
        listeners.delete(draw);
      };
    },
    setWidth: (widthPx) => {
      width = widthPx;
    },
    start() {
      run += 1;
      isRunning = true;
      const mine = run;
      void frame(mine);
      return () => {
        run += 1;
        isRunning = false;
      };
    },
  };
}

/**
 * The newest values as they are told: the same wherever they stand, until they can be read. Lines and
 * marks go on with every frame.
 */
function createNewest(nowMs: () => number): { readonly toldIn: (view: View) => View } {
  let told: readonly ChannelView['latest'][] = [];
  let toldMs = Number.NEGATIVE_INFINITY;
  return {
    toldIn(view) {
      const now = nowMs();
      if (now - toldMs >= NEWEST_EVERY_MS || told.length !== view.channels.length) {
        told = view.channels.map(({ latest }) => latest);
        toldMs = now;
      }
      const channels = view.channels.map((channel, index) => {
        const latest = told[index] ?? channel.latest;
        return latest === channel.latest ? channel : { ...channel, latest };
      });
      return { ...view, channels };
    },
  };
}
