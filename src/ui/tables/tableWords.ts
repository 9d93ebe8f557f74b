/** Words of the tables of what the plots show. */
import { spoken } from '../../language/spoken.ts';
import type { TableName } from '../../state/viewStore.ts';
import { counted } from '../format.ts';

export const TABLE_WORDS = spoken({
  en: {
    title: 'As a table',
    close: 'Close the tables',
    which: 'Of which plot',
    channel: 'Channel of the table',
    anew: 'Show what is there now',
    nothing: 'There is nothing yet.',
    maxima: (channel: string) => `${channel}: block maxima, ascending`,
    maximum: 'Maximum, σ',
    counted: 'Blocks below it, counted',
    byCurve: 'By the curve',
    session: (channel: string, stretches: number) =>
      `${channel}: the whole session in ${stretches} stretches, the newest first`,
    from: 'From',
    to: 'To',
    lowest: 'Lowest',
    highest: 'Highest',
    alarms: 'Alarms',
    window: (channel: string) => `${channel}: the newest of the visible window`,
    time: 'Time',
    value: 'Value',
    lower: 'Lower limit',
    upper: 'Upper limit',
    flaggedBy: 'Flagged by',
  },
  pt: {
    title: 'Em tabela',
    close: 'Fechar as tabelas',
    which: 'De qual gráfico',
    channel: 'Canal da tabela',
    anew: 'Mostrar o que há agora',
    nothing: 'Ainda não há nada.',
    maxima: (channel) => `${channel}: máximos dos blocos, em ordem crescente`,
    maximum: 'Máximo, σ',
    counted: 'Blocos abaixo dele, contados',
    byCurve: 'Pela curva',
    session: (channel, stretches) =>
      `${channel}: a sessão inteira em ${counted(stretches, 'trecho')}, o mais novo primeiro`,
    from: 'De',
    to: 'Até',
    lowest: 'Menor',
    highest: 'Maior',
    alarms: 'Alarmes',
    window: (channel) => `${channel}: as amostras mais novas da janela visível`,
    time: 'Hora',
    value: 'Valor',
    lower: 'Limite inferior',
    upper: 'Limite superior',
    flaggedBy: 'Sinalizada por',
  },
});

export const TABLE_NAMES = spoken<Readonly<Record<TableName, string>>>({
  en: { signal: 'Visible signal', session: 'Whole session', fit: 'Fit' },
  pt: { signal: 'Sinal visível', session: 'Sessão inteira', fit: 'Ajuste' },
});

export const FLAGGED_BY = spoken({
  en: { browser: 'browser', board: 'board', both: 'browser and board' },
  pt: { browser: 'navegador', board: 'placa', both: 'navegador e placa' },
});

interface FittedFigures {
  readonly shape: string;
  readonly scale: string;
  readonly location: string;
  readonly r2: string;
  readonly q: string;
  readonly gamma: string;
}

export const FIT_TABLE_WORDS = spoken({
  en: {
    fit: ({ shape, scale, location, r2, q, gamma }: FittedFigures) =>
      `Weibull: shape ${shape}, scale ${scale} σ, location ${location} σ, R² ${r2}; limit q ${q} σ; bound γ ${gamma} σ.`,
  },
  pt: {
    fit: ({ shape, scale, location, r2, q, gamma }) =>
      `Weibull: forma ${shape}, escala ${scale} σ, locação ${location} σ, R² ${r2}; limite q ${q} σ; limiar γ ${gamma} σ.`,
  },
});
