/** The words for what is found in a signal, each with its one meaning. */

import { spoken } from '../language/spoken.ts';

export const TERM_NAMES = ['anomaly', 'outlier', 'alarm', 'collective', 'drift', 'rhythm'] as const;

export type Term = (typeof TERM_NAMES)[number];

/** What each is called. */
export const TERM_WORDS = spoken<Readonly<Record<Term, string>>>({
  en: {
    anomaly: 'anomaly',
    outlier: 'outlier',
    alarm: 'alarm',
    collective: 'collective',
    drift: 'drift',
    rhythm: 'rhythm',
  },
  pt: {
    anomaly: 'anomalia',
    outlier: 'outlier',
    alarm: 'alarme',
    collective: 'coletiva',
    drift: 'deriva',
    rhythm: 'ritmo',
  },
});

export const TERMS = spoken<Readonly<Record<Term, string>>>({
  en: {
    anomaly: 'Any event of the list, whatever raised it.',
    outlier: 'One sample beyond the limits.',
    alarm: 'The beginning of an event; what follows at once belongs to the same event.',
    collective: 'Several outliers close together, as many as M within the mean gap T.',
    drift: 'The level of a whole block is far from the levels before it.',
    rhythm:
      'The signal stays on one side of its mean for longer, or shorter, than it usually does.',
  },
  pt: {
    anomaly: 'Qualquer evento da lista, não importa o que o causou.',
    outlier: 'Uma amostra fora dos limites.',
    alarm: 'O início de um evento; o que vem logo em seguida pertence ao mesmo evento.',
    collective: 'Vários outliers próximos, em número de M, com intervalo médio de até T.',
    drift: 'O nível de um bloco inteiro está longe dos níveis anteriores.',
    rhythm: 'O sinal fica de um lado da média por mais tempo, ou menos, do que costuma.',
  },
});
