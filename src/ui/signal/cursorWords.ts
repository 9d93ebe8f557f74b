/** Words of the cursors, and of the statistics between them. */
import { spoken } from '../../language/spoken.ts';
import { counted } from '../format.ts';

export const CURSOR_WORDS = spoken({
  en: {
    cursors: 'Cursors',
    cursor: (name: string) => `Cursor ${name}`,
    hint: (name: string) => `Cursor ${name}: drag it, or move it with the arrow keys`,
    setOther: (key: string) => `Alt+click, or ${key}, sets the other one.`,
    statistics: 'Statistics',
    between: 'Statistics between the cursors',
    channel: 'channel',
    rise: 'Δy',
    samples: 'samples',
    min: 'min',
    max: 'max',
    mean: 'mean',
    outliers: 'outliers',
    countOutliers: (count: number) => counted(count, 'outlier'),
    givenUp: 'The samples of this span were given up: only the overview of them is left.',
    countedFrom: (clock: string) => `Counted from ${clock}: older samples were given up.`,
    noSamples: 'no samples',
  },
  pt: {
    cursors: 'Cursores',
    cursor: (name) => `Cursor ${name}`,
    hint: (name) => `Cursor ${name}: arraste-o, ou mova-o com as setas do teclado`,
    setOther: (key) => `Alt+clique, ou ${key}, posiciona o outro.`,
    statistics: 'Estatísticas',
    between: 'Estatísticas entre os cursores',
    channel: 'canal',
    rise: 'Δy',
    samples: 'amostras',
    min: 'mín',
    max: 'máx',
    mean: 'média',
    outliers: 'outliers',
    countOutliers: (count) => counted(count, 'outlier'),
    givenUp: 'As amostras deste trecho foram descartadas: resta só a visão geral delas.',
    countedFrom: (clock) =>
      `Contagem a partir de ${clock}: as amostras mais antigas foram descartadas.`,
    noSamples: 'sem amostras',
  },
});
