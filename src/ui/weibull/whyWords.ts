/** What the plot of `Why` shows, and the figures under it. */
import type { Channel } from '../../analysis/messages/findings.ts';
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { causeSentence, rarityWords } from '../causeWords.ts';
import { counted, formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import type { PlotFacts } from '../plot/plotOffers.ts';

export function whySentence(why: Why, periodMs: number | null): string {
  const { cause, judged, deviation, limit } = why;
  return causeSentence({ cause, judged, deviation, limit, periodMs });
}

export interface Figure {
  readonly term: string;
  readonly shown: string;
  readonly exact: string;
}

/** Value, mean, σ and limit as they were for that sample; of a watcher, what it judged. */
export function whyFigures(why: Why, unit: string, periodMs: number | null): Figure[] {
  const { judged } = why;
  const measured = (term: string, value: number): Figure => ({
    term,
    shown: withUnit(formatMeasured(value), unit),
    exact: withUnit(String(value), unit),
  });
  const inSigmas = (term: string, value: number): Figure => ({
    term,
    shown: `${formatMeasured(value, 3)} σ`,
    exact: `${value} σ`,
  });
  const mean = measured('mean', why.mean);
  const sigma = measured('σ', why.sigma);
  if (judged) {
    const tell =
      judged.of === 'drift'
        ? measured
        : (term: string, value: number) => run(term, value, periodMs);
    const what = judged.of === 'drift' ? 'level of the block' : 'on one side';
    return [
      tell(what, judged.value),
      tell('usual', judged.center),
      tell('limit', judged.limit),
      mean,
      sigma,
    ];
  }
  const rare = rarityWords(why.probability);
  return [
    measured('value', why.value),
    ...(why.seasonal === 0 ? [] : [measured('usual at this phase', why.seasonal)]),
    mean,
    sigma,
    inSigmas('deviation', why.deviation),
    inSigmas('limit', why.limit),
    ...(why.bar > 1
      ? [{ term: 'bar', shown: `${formatMeasured(why.bar, 3)} limits`, exact: String(why.bar) }]
      : []),
    ...(rare === '–' ? [] : [{ term: 'rarity', shown: rare, exact: `p = ${why.probability}` }]),
  ];
}

/** A run in time, where the rate is known. */
function run(term: string, samples: number, periodMs: number | null): Figure {
  const exact = `${samples} samples`;
  const shown = periodMs === null ? counted(samples, 'sample') : formatDuration(samples * periodMs);
  return { term, shown, exact };
}

/** Of channels together: the odd one first; empty for a single channel. */
export function oddWords(why: Why, channels: readonly Channel[]): string[] {
  return (why.oddness ?? [])
    .map((z, index) => ({ z, name: channels[index]?.name ?? `channel ${index + 1}` }))
    .toSorted((a, b) => b.z - a.z)
    .map(({ z, name }) => `${isolated(name)} ${formatMeasured(z, 2)} σ`);
}

/** @param name of the channel */
export function whyFacts(why: Why, name: string, unit: string, periodMs: number | null): PlotFacts {
  const figures = whyFigures(why, unit, periodMs).map(({ term, shown }) => `${term} ${shown}`);
  const sentence = whySentence(why, periodMs);
  return {
    title: `Why ${name} alarmed at ${formatClock(why.timeMs)}`,
    headings: [],
    lines: [sentence, figures.join(' · ')],
    summary: `Why ${name} alarmed at ${formatClock(why.timeMs)}: ${sentence} ${figures.join(', ')}.`,
  };
}
