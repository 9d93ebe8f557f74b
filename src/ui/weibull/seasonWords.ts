/** A season, the search for one, and the one that is suggested, in words. */
import type { SeasonProfile, SeasonSuggestion } from '../../analysis/messages/judgingMessages.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatAbout, formatMeasured } from '../format.ts';
import type { PlotFacts } from '../plot/plotOffers.ts';

export const SEASON_WORDS = spoken({
  en: {
    together: 'The channels together have no season.',
    remove: 'Judge without a season',
    removeHint: 'Samples are judged as they come again; Undo takes it back',
    toBeLearned: (period: string) =>
      `A cycle of ${period} is to be learned: nothing of it has come yet, or it is shorter than two samples.`,
    legend: (period: string, cycles: number) =>
      `Line: what is usual over one cycle of ${period}, from ${counted(cycles, 'cycle')}. Dashed: this cycle.`,
    takenOff: 'It is taken off once the first cycle is over.',
    why: 'A signal that repeats (by the hour, the day, the stroke) can be judged by what is usual at each phase of its cycle.',
    looking: 'Looking for a period',
    notFound: 'No period found: the signal does not repeat, or not twice yet.',
    noSamples: 'There are no samples of this channel yet.',
    useItAsked: 'Use it?',
    useIt: 'Use it',
    useItHint: 'Sets the season of this channel; Undo takes it back',
    running: 'It is running.',
    lookHint: 'Looks through the samples that are kept; nothing is changed',
    look: 'Look for a period',
    lookAgain: 'Look again',
    title: (channel: string) => `Season of ${channel}`,
    course: (channel: string, period: string, cycles: number, bins: number) =>
      `Usual course of ${channel} over one cycle of ${period}, learned from ${counted(cycles, 'cycle')} in ${bins} numbers`,
    dashed: '; dashed: the cycle going on',
    beside: '; beside it the cycle going on.',
  },
  pt: {
    together: 'Os canais em conjunto não têm sazonalidade.',
    remove: 'Julgar sem sazonalidade',
    removeHint: 'As amostras voltam a ser julgadas como chegam; Desfazer volta atrás',
    toBeLearned: (period) =>
      `Há um ciclo de ${period} a aprender: nada dele chegou ainda, ou ele é mais curto que duas amostras.`,
    legend: (period, cycles) =>
      `Linha: o habitual ao longo de um ciclo de ${period}, aprendido em ${counted(cycles, 'ciclo')}. Tracejada: este ciclo.`,
    takenOff: 'O habitual é descontado assim que o primeiro ciclo terminar.',
    why: 'Um sinal que se repete (a cada hora, a cada dia, a cada curso) pode ser julgado pelo que é habitual em cada fase do seu ciclo.',
    looking: 'Procurando um período',
    notFound:
      'Nenhum período encontrado: o sinal não se repete, ou ainda não se repetiu duas vezes.',
    noSamples: 'Ainda não há amostras deste canal.',
    useItAsked: 'Usar este período?',
    useIt: 'Usar',
    useItHint: 'Define a sazonalidade deste canal; Desfazer volta atrás',
    running: 'A procura está em andamento.',
    lookHint: 'Examina as amostras guardadas; nada é alterado',
    look: 'Procurar um período',
    lookAgain: 'Procurar de novo',
    title: (channel) => `Sazonalidade de ${channel}`,
    course: (channel, period, cycles, bins) =>
      `Comportamento habitual de ${channel} ao longo de um ciclo de ${period}, aprendido em ${counted(cycles, 'ciclo')}, em ${bins} números`,
    dashed: '; tracejado: o ciclo em andamento',
    beside: '; ao lado, o ciclo em andamento.',
  },
});

const SUGGESTION_WORDS = spoken({
  en: {
    period: (period: string) => `Period ${period}.`,
    /** @param correlation from 0 to 1, with the zero before its decimal sign */
    found: (period: string, correlation: string) =>
      `Period ${period} found, correlation ${correlation.replace(/^0/, '')}.`,
    alarms: (withIt: number, without: number) =>
      `With it ${counted(withIt, 'alarm')} on the samples kept, without it ${without}.`,
    leavesAsMuch: 'It leaves as much as there is without it: this is not the period.',
    harms: (withIt: number, without: number) =>
      `With it there would be more alarms (${withIt}) than without (${without}): this is not the period, or it does harm.`,
  },
  pt: {
    period: (period) => `Período de ${period}.`,
    found: (period, correlation) => `Período de ${period} encontrado, correlação ${correlation}.`,
    alarms: (withIt, without) =>
      `Com ele, ${counted(withIt, 'alarme')} nas amostras guardadas; sem ele, ${without}.`,
    leavesAsMuch: 'Com ele sobra tanto quanto sem ele: este não é o período.',
    harms: (withIt, without) =>
      `Com ele haveria mais alarmes (${withIt}) do que sem ele (${without}): este não é o período, ou ele atrapalha.`,
  },
});

export function suggestionWords({ periodMs, correlation, ...tallies }: SeasonSuggestion): string {
  const period = formatAbout(periodMs);
  const found =
    correlation === null
      ? SUGGESTION_WORDS.period(period)
      : SUGGESTION_WORDS.found(period, formatMeasured(correlation, 3));
  const { without, with: withIt } = tallies;
  return `${found} ${SUGGESTION_WORDS.alarms(withIt.alarms, without.alarms)}`;
}

/** Why a suggestion cannot be used; null when it can. */
export function refusalWords({ refused, without, with: withIt }: SeasonSuggestion): string | null {
  if (!refused) return null;
  return withIt.alarms <= without.alarms
    ? SUGGESTION_WORDS.leavesAsMuch
    : SUGGESTION_WORDS.harms(withIt.alarms, without.alarms);
}

/** What the lines of the plot are, under it. */
export function legendWords({ periodMs, cycles }: SeasonProfile): string {
  const legend = SEASON_WORDS.legend(formatAbout(periodMs), cycles);
  return cycles < 1 ? `${legend} ${SEASON_WORDS.takenOff}` : legend;
}

export function seasonFacts(season: SeasonProfile, name: string): PlotFacts {
  const { cycles, periodMs, profile } = season;
  const words = SEASON_WORDS.course(name, formatAbout(periodMs), cycles, profile.length);
  return {
    title: SEASON_WORDS.title(name),
    headings: [],
    lines: [`${words}${SEASON_WORDS.dashed}`],
    summary: `${words}${SEASON_WORDS.beside}`,
  };
}
