/** What each tab of the fit draws, and what it is. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import type { FitTab } from '../../state/viewStore.ts';
import type { PlotFacts } from '../plot/plotOffers.ts';
import { cdfDrawing } from './drawCdf.ts';
import { gevDrawing } from './drawGev.ts';
import { paperDrawing } from './drawPaper.ts';
import type { FitDrawing } from './fitPlot.ts';
import {
  FIT_SUMMARY_WORDS,
  fitFigures,
  gevFigures,
  gevSummary,
  paperSummary,
  weibullSummary,
} from './fitWords.ts';

/** Those that show the fit as it is now. */
export type TheoryTab = Exclude<FitTab, 'Why' | 'Season'>;

export function drawingOf(tab: TheoryTab, fit: FitReport): FitDrawing | null {
  switch (tab) {
    case 'CDF':
      return cdfDrawing(fit);
    case 'Paper':
      return paperDrawing(fit);
    case 'GEV':
      return gevDrawing(fit);
    default:
      return tab satisfies never;
  }
}

/** @param name of the channel */
export function factsOf(tab: TheoryTab, fit: FitReport, name: string): PlotFacts {
  const common = { headings: [] };
  switch (tab) {
    case 'CDF': {
      const summary = weibullSummary(fit);
      return {
        ...common,
        title: FIT_SUMMARY_WORDS.titleCdf(name),
        lines: [fitFigures(fit)],
        summary,
      };
    }
    case 'Paper': {
      const title = FIT_SUMMARY_WORDS.titlePaper(name);
      return { ...common, title, lines: [fitFigures(fit)], summary: paperSummary(fit) };
    }
    case 'GEV':
      return {
        ...common,
        title: FIT_SUMMARY_WORDS.titleGev(name),
        lines: [gevFigures(fit)],
        summary: gevSummary(fit),
      };
    default:
      return tab satisfies never;
  }
}
