import { act } from '@testing-library/react';
import type { View } from '../../../src/analysis/messages/viewMessages.ts';
import { createViewFeed, type ViewFeed } from '../../../src/ui/plot/viewFeed.ts';

interface AnsweredFeed {
  readonly feed: ViewFeed;
  /** Answers what the feed has asked for, and has it ask again. */
  readonly show: (view: View) => Promise<void>;
}

/** A feed of views that a test has as its worker's answers. */
export function createAnsweredFeed(): AnsweredFeed {
  let answer: (view: View) => void = () => undefined;
  const feed = createViewFeed({
    ask: () =>
      new Promise((settle) => {
        answer = (view) => settle({ kind: 'view', view });
      }),
    range: () => ({ kind: 'all' }),
    onNextFrame: () => undefined,
    nowMs: () => 0,
  });
  feed.start();
  return {
    feed,
    show: async (view) => {
      await act(async () => answer(view));
      feed.start();
    },
  };
}
