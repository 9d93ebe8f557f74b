import { createContext, useContext } from 'react';
import type { ViewFeed } from './viewFeed.ts';

/** One feed for the signal and the Weibull panel. Null where nothing is plotted (tests). */
export const ViewFeedContext = createContext<ViewFeed | null>(null);

export function useViewFeed(): ViewFeed | null {
  return useContext(ViewFeedContext);
}
