/** What the plots on the screen can be drawn as, elsewhere: an export takes it from here. */
import type { SignalStroke } from './plotColours.ts';
import type { Sheet } from './surface.ts';

/** Plots that belong together are one picture, one above the other. */
export type PictureName = 'signal' | 'fit';

/** A name over a plot. */
export interface PlotHeading {
  readonly words: string;
  /** The look of its line; null where there is one line only. */
  readonly stroke: SignalStroke | null;
}

/** What a plot shows at this moment. */
export interface PlotFacts {
  /** Of what it is a picture, for a title: `level (m)`. */
  readonly title: string;
  readonly headings: readonly PlotHeading[];
  /** Lines to stand under the picture. */
  readonly lines: readonly string[];
  /** In words, for those who do not see it. */
  readonly summary: string;
}

export interface PlotOffer {
  readonly picture: PictureName;
  /** Counted from the top among the plots of its picture. */
  readonly place: number;
  /** Indexes of the channels that are drawn. */
  readonly channels: readonly number[];
  /** In CSS pixels. */
  readonly size: () => { readonly width: number; readonly height: number };
  /** Null while there is nothing to see. */
  readonly facts: () => PlotFacts | null;
  /** Draws what the screen shows. */
  readonly draw: (sheet: Sheet) => void;
}

export interface PlotOffers {
  /** Returns what takes the offer back. */
  offer(plot: PlotOffer): () => void;
  /** The plots of a picture that are on the screen now, from the top. */
  of(picture: PictureName): readonly PlotOffer[];
}

export function createPlotOffers(): PlotOffers {
  const offers = new Set<PlotOffer>();
  return {
    offer(plot) {
      offers.add(plot);
      return () => {
        offers.delete(plot);
      };
    },
    of: (picture) =>
      [...offers]
        .filter((plot) => plot.picture === picture)
        .toSorted((one, other) => one.place - other.place),
  };
}
