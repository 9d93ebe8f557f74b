/** What the plots of one screen share. */
import { createContext, useContext } from 'react';
import type { PlotOffers } from './plotOffers.ts';
import type { ViewFeed } from './viewFeed.ts';

export interface Plotting {
  /** One feed for the signal and the fit. */
  readonly feed: ViewFeed;
  readonly offers: PlotOffers;
  /** How many times as large as usual letters, lines and marks are. */
  readonly enlargedBy: number;
}

/** Null where nothing is plotted (tests). */
export const PlottingContext = createContext<Plotting | null>(null);

export function usePlotting(): Plotting | null {
  return useContext(PlottingContext);
}

export function useViewFeed(): ViewFeed | null {
  return usePlotting()?.feed ?? null;
}
