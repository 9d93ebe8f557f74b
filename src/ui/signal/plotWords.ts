/** Words that are drawn on the plots, and that tell of them to those who do not see them. */
import { spoken } from '../../language/spoken.ts';
import { counted } from '../format.ts';

export const DRAWN_WORDS = spoken({
  en: {
    alarms: (count: number) => `${count} ${count === 1 ? 'alarm' : 'alarms'}`,
    overviewOnly: 'overview only',
    noData: 'no data',
    silent: (time: string) => `silent for ${time}`,
    lost: (samples: number) => `${samples} lost`,
  },
  pt: {
    alarms: (count) => `${count} ${count === 1 ? 'alarme' : 'alarmes'}`,
    overviewOnly: 'só visão geral',
    noData: 'sem dados',
    silent: (time) => `${time} em silêncio`,
    lost: (samples) => `${samples} ${samples === 1 ? 'perdida' : 'perdidas'}`,
  },
});

export const OVERVIEW_WORDS = spoken({
  en: {
    overview: 'Overview',
    whole: 'The whole session, with the visible window marked',
    summary: (from: string, to: string, alarms: number, each: string) =>
      `The whole session, ${from} to ${to}: ${counted(alarms, 'alarm')}${each}. The visible window is marked.`,
    unnamed: (number: number) => `channel ${number}`,
    windowed: (from: string, to: string, time: string) => `${from} to ${to}, ${time}`,
  },
  pt: {
    overview: 'Visão geral',
    whole: 'A sessão inteira, com a janela visível marcada',
    summary: (from, to, alarms, each) =>
      `A sessão inteira, de ${from} a ${to}: ${counted(alarms, 'alarme')}${each}. A janela visível está marcada.`,
    unnamed: (number) => `canal ${number}`,
    windowed: (from, to, time) => `de ${from} a ${to}, ${time}`,
  },
});

export const WINDOW_PART_WORDS = spoken<Readonly<Record<'window' | 'start' | 'end', string>>>({
  en: {
    window: 'Visible window',
    start: 'Start of the visible window',
    end: 'End of the visible window',
  },
  pt: {
    window: 'Janela visível',
    start: 'Início da janela visível',
    end: 'Fim da janela visível',
  },
});

export const SUMMARY_WORDS = spoken({
  en: {
    noSample: (channel: string) => `Signal of ${channel}: no sample yet.`,
    now: (channel: string, value: string) => `Signal of ${channel}: now ${value}`,
    outliers: (count: number) => counted(count, 'outlier'),
    alarms: (count: number) => counted(count, 'alarm'),
    drift: (alarms: number) => `${alarms} of them by drift`,
    rhythm: (alarms: number) => `${alarms} of them by rhythm`,
    collective: (count: number) => `${count} collective in view`,
    paused: (from: string, to: string) => `paused at ${from} to ${to}`,
    live: (time: string) => `live, the last ${time}`,
    yLimits: (min: string, max: string) => `y from ${min} to ${max}`,
    overview: (clock: string) => `before ${clock} only the overview is left`,
    rightAxis: (channel: string) => `${channel}, right axis`,
    stretch: (from: string, to: string) => `${from} to ${to} (UTC)`,
  },
  pt: {
    noSample: (channel) => `Sinal de ${channel}: nenhuma amostra ainda.`,
    now: (channel, value) => `Sinal de ${channel}: agora ${value}`,
    outliers: (count) => counted(count, 'outlier'),
    alarms: (count) => counted(count, 'alarme'),
    drift: (alarms) => `${alarms} deles por deriva`,
    rhythm: (alarms) => `${alarms} deles por ritmo`,
    collective: (count) => `${count} ${count === 1 ? 'coletiva' : 'coletivas'} à vista`,
    paused: (from, to) => `em pausa, de ${from} a ${to}`,
    live: (time) => `ao vivo, o trecho final de ${time}`,
    yLimits: (min, max) => `y de ${min} a ${max}`,
    overview: (clock) => `antes de ${clock} resta só a visão geral`,
    rightAxis: (channel) => `${channel}, eixo direito`,
    stretch: (from, to) => `de ${from} a ${to} (UTC)`,
  },
});
