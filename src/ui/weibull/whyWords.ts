/** The words of `Why`: what its plot shows, and the figures under it. */
import type { AnomalyEvent, Channel } from '../../analysis/messages/findings.ts';
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { spoken } from '../../language/spoken.ts';
import { causeSentence, rarityWords } from '../causeWords.ts';
import {
  counted,
  formatClock,
  formatDuration,
  formatMeasured,
  withDecimalSign,
  withUnit,
} from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import type { PlotFacts } from '../plot/plotOffers.ts';

export const WHY_WORDS = spoken({
  en: {
    choose: 'Choose an event in the list of anomalies: how it came about is told here.',
    noAnomaly: 'With these parameters the event that you chose is no anomaly.',
    asking: 'Looking it up…',
    byBoardOnly: 'Only the board flagged this: what it had learned is not in this browser.',
    keptNoLonger: 'The samples of that moment are kept no longer.',
    odd: (channels: string) => `Odd, given the others: ${channels}.`,
    title: (channel: string, clock: string) => `Why ${channel} alarmed at ${clock}`,
    channel: (number: number) => `channel ${number}`,
    limits: (count: string) => `${count} limits`,
    samples: (count: number) => counted(count, 'sample'),
    exactSamples: (count: string) => `${count} samples`,
  },
  pt: {
    choose: 'Escolha um evento na lista de anomalias: aqui se explica como ele surgiu.',
    noAnomaly: 'Com estes parâmetros, o evento que você escolheu não é uma anomalia.',
    asking: 'Consultando…',
    byBoardOnly: 'Só a placa sinalizou isto: o que ela tinha aprendido não está neste navegador.',
    keptNoLonger: 'As amostras desse momento não estão mais guardadas.',
    odd: (channels) => `O quanto cada um destoa dos outros: ${channels}.`,
    title: (channel, clock) => `Por que ${channel} deu alarme (${clock})`,
    channel: (number) => `canal ${number}`,
    limits: (count) => `${count} limites`,
    samples: (count) => counted(count, 'amostra'),
    exactSamples: (count) => `${count} amostras`,
  },
});

export const SEEN_WORDS = spoken<Readonly<Record<AnomalyEvent['by'], string>>>({
  en: {
    browser: 'Seen by this browser.',
    board: 'Seen by the board.',
    both: 'Seen by browser and board.',
  },
  pt: {
    browser: 'Detectada por este navegador.',
    board: 'Detectada pela placa.',
    both: 'Detectada pelo navegador e pela placa.',
  },
});

/** To the neighbours of an event. */
export const NEIGHBOUR_WORDS = spoken({
  en: {
    previous: '◂ Previous',
    previousHint: 'The event before (P)',
    nonePrevious: 'There is no event before',
    next: 'Next ▸',
    nextHint: 'The event after (N)',
    noneNext: 'There is no event after',
    toList: 'To the list ↑',
  },
  pt: {
    previous: '◂ Anterior',
    previousHint: 'O evento anterior (P)',
    nonePrevious: 'Não há evento anterior',
    next: 'Próximo ▸',
    nextHint: 'O próximo evento (N)',
    noneNext: 'Não há próximo evento',
    toList: 'Para a lista ↑',
  },
});

/** What a figure is. */
const TERM_WORDS = spoken({
  en: {
    value: 'value',
    blockLevel: 'level of the block',
    oneSide: 'on one side',
    usual: 'usual',
    usualAtPhase: 'usual at this phase',
    mean: 'mean',
    deviation: 'deviation',
    limit: 'limit',
    bar: 'bar',
    rarity: 'rarity',
  },
  pt: {
    value: 'valor',
    blockLevel: 'nível do bloco',
    oneSide: 'de um lado',
    usual: 'habitual',
    usualAtPhase: 'habitual nesta fase',
    mean: 'média',
    deviation: 'desvio',
    limit: 'limite',
    bar: 'barra',
    rarity: 'raridade',
  },
});

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
    exact: withUnit(exactly(value), unit),
  });
  const inSigmas = (term: string, value: number): Figure => ({
    term,
    shown: `${formatMeasured(value, 3)} σ`,
    exact: `${exactly(value)} σ`,
  });
  const mean = measured(TERM_WORDS.mean, why.mean);
  const sigma = measured('σ', why.sigma);
  if (judged) {
    const tell =
      judged.of === 'drift'
        ? measured
        : (term: string, value: number) => run(term, value, periodMs);
    const what = judged.of === 'drift' ? TERM_WORDS.blockLevel : TERM_WORDS.oneSide;
    return [
      tell(what, judged.value),
      tell(TERM_WORDS.usual, judged.center),
      tell(TERM_WORDS.limit, judged.limit),
      mean,
      sigma,
    ];
  }
  const rare = rarityWords(why.probability);
  return [
    measured(TERM_WORDS.value, why.value),
    ...(why.seasonal === 0 ? [] : [measured(TERM_WORDS.usualAtPhase, why.seasonal)]),
    mean,
    sigma,
    inSigmas(TERM_WORDS.deviation, why.deviation),
    inSigmas(TERM_WORDS.limit, why.limit),
    ...(why.bar > 1
      ? [
          {
            term: TERM_WORDS.bar,
            shown: WHY_WORDS.limits(formatMeasured(why.bar, 3)),
            exact: exactly(why.bar),
          },
        ]
      : []),
    ...(rare === '–'
      ? []
      : [{ term: TERM_WORDS.rarity, shown: rare, exact: `p = ${exactly(why.probability)}` }]),
  ];
}

/** With all its digits. */
const exactly = (value: number): string => withDecimalSign(String(value));

/** A run in time, where the rate is known. */
function run(term: string, samples: number, periodMs: number | null): Figure {
  const exact = WHY_WORDS.exactSamples(exactly(samples));
  const shown = periodMs === null ? WHY_WORDS.samples(samples) : formatDuration(samples * periodMs);
  return { term, shown, exact };
}

/** Of channels together: the odd one first; empty for a single channel. */
export function oddWords(why: Why, channels: readonly Channel[]): string[] {
  return (why.oddness ?? [])
    .map((z, index) => ({ z, name: channels[index]?.name ?? WHY_WORDS.channel(index + 1) }))
    .toSorted((a, b) => b.z - a.z)
    .map(({ z, name }) => `${isolated(name)} ${formatMeasured(z, 2)} σ`);
}

/** @param name of the channel */
export function whyFacts(why: Why, name: string, unit: string, periodMs: number | null): PlotFacts {
  const figures = whyFigures(why, unit, periodMs).map(({ term, shown }) => `${term} ${shown}`);
  const sentence = whySentence(why, periodMs);
  const title = WHY_WORDS.title(name, formatClock(why.timeMs));
  return {
    title,
    headings: [],
    lines: [sentence, figures.join(' · ')],
    summary: `${title}: ${sentence} ${figures.join(', ')}.`,
  };
}
