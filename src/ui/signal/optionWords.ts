/** Words of the view's options. */
import { spoken } from '../../language/spoken.ts';
import type { PlotLayout, YLimits } from '../../state/viewStore.ts';

export const OPTION_WORDS = spoken({
  en: {
    options: 'Options',
    title: 'Options of the view',
    channels: 'Channels',
    yLimits: 'Limits of the y axis (empty: automatic)',
    namesStay: 'Names the sketch no longer prints stay',
    forget: 'Forget channels',
    older: 'Older ones stay as an overview of the whole session.',
    marks: 'Marks',
    memory: 'Keep raw samples for as long as fits in',
    fits: (megabytes: number, time: string) => `${megabytes} MB – about ${time} at this rate`,
    givenUp: 'The oldest raw samples were given up; the overview of them stays.',
    days: (days: number) => `${days} days`,
  },
  pt: {
    options: 'Opções',
    title: 'Opções da exibição',
    channels: 'Canais',
    yLimits: 'Limites do eixo y (vazio: automático)',
    namesStay: 'Nomes que o sketch já não imprime permanecem',
    forget: 'Esquecer canais',
    older: 'As mais antigas ficam como visão geral de toda a sessão.',
    marks: 'Marcas',
    memory: 'Guardar amostras brutas enquanto couberem em',
    fits: (megabytes, time) => `${megabytes} MB – cerca de ${time} a esta taxa`,
    givenUp: 'As amostras brutas mais antigas foram descartadas; a visão geral delas fica.',
    days: (days) => `${days} dias`,
  },
});

export const LAYOUT_WORDS = spoken<Readonly<Record<PlotLayout, string>>>({
  en: { stacked: 'stacked', overlaid: 'overlaid' },
  pt: { stacked: 'empilhados', overlaid: 'sobrepostos' },
});

/** In an empty field. */
export const END_WORDS = spoken<Readonly<Record<keyof YLimits, string>>>({
  en: { min: 'min', max: 'max' },
  pt: { min: 'mín', max: 'máx' },
});

export const Y_WORDS = spoken({
  en: {
    smallest: (channel: string) => `${channel}, smallest y`,
    largest: (channel: string) => `${channel}, largest y`,
    auto: 'Auto',
    autoOf: (channel: string) => `Auto y of ${channel}`,
    lock: 'Lock',
    lockOf: (channel: string) => `Lock y of ${channel}`,
    noNumbers: 'Both limits must be numbers.',
    wrongOrder: 'The smallest must be below the largest.',
  },
  pt: {
    smallest: (channel) => `${channel}, menor y`,
    largest: (channel) => `${channel}, maior y`,
    auto: 'Auto',
    autoOf: (channel) => `Auto: y de ${channel}`,
    lock: 'Fixar',
    lockOf: (channel) => `Fixar y de ${channel}`,
    noNumbers: 'Os dois limites têm de ser números.',
    wrongOrder: 'O menor tem de estar abaixo do maior.',
  },
});
