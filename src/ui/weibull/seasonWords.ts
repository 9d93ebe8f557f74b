/** A season and the one that is suggested, in words. */
import type { SeasonProfile, SeasonSuggestion } from '../../analysis/messages/judgingMessages.ts';
import { counted, formatAbout, formatMeasured } from '../format.ts';
import type { PlotFacts } from '../plot/plotOffers.ts';

export function suggestionWords({ periodMs, correlation, ...tallies }: SeasonSuggestion): string {
  const found =
    correlation === null
      ? `Period ${formatAbout(periodMs)}`
      : `Period ${formatAbout(periodMs)} found, correlation ${formatMeasured(correlation, 3).replace(/^0/, '')}`;
  const { without, with: withIt } = tallies;
  return `${found}. With it ${counted(withIt.alarms, 'alarm')} on the samples kept, without it ${without.alarms}.`;
}

/** Why a suggestion cannot be used; null when it can. */
export function refusalWords({ refused, without, with: withIt }: SeasonSuggestion): string | null {
  if (!refused) return null;
  if (withIt.alarms <= without.alarms) {
    return 'It leaves as much as there is without it: this is not the period.';
  }
  return `With it there would be more alarms (${withIt.alarms}) than without (${without.alarms}): this is not the period, or it does harm.`;
}

export function seasonFacts(season: SeasonProfile, name: string): PlotFacts {
  const { cycles, periodMs, profile } = season;
  const words = `Usual course of ${name} over one cycle of ${formatAbout(periodMs)}, learned from ${counted(cycles, 'cycle')} in ${profile.length} numbers`;
  return {
    title: `Season of ${name}`,
    headings: [],
    lines: [`${words}; dashed: the cycle going on`],
    summary: `${words}; beside it the cycle going on.`,
  };
}
