/** What the page calls the parameters. The English is the detector's own table. */
import { NUMERIC_PARAMETERS, type ParameterName, type Tail } from '../detector/parameters.ts';
import { spoken } from '../language/spoken.ts';
import { formatExact, formatParameter } from './format.ts';

interface ParameterWords {
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
}

export const PARAMETER_WORDS = spoken<Readonly<Record<ParameterName, ParameterWords>>>({
  en: {
    ...NUMERIC_PARAMETERS,
    tail: { label: 'Tail', unit: '', meaning: 'Which side of the mean counts.' },
  },
  pt: {
    gamma: {
      label: 'Limiar',
      unit: 'σ',
      meaning: 'Só amostras mais distantes da média do que isto podem ser outliers.',
    },
    delta: {
      label: 'Confiança',
      unit: '',
      meaning: 'Com esta probabilidade nenhum bloco normal dos últimos 8 atinge o limite.',
    },
    maxima: {
      label: 'Máximos',
      unit: '',
      meaning: 'A quantos máximos dos blocos a Weibull é ajustada.',
    },
    outliers: {
      label: 'Outliers',
      unit: '',
      meaning: 'Quantos outliers próximos uns dos outros formam uma anomalia coletiva.',
    },
    meanGap: {
      label: 'Intervalo médio',
      unit: 'ms',
      meaning: 'O maior tempo médio entre esses outliers; 0 quer dizer cinco períodos.',
    },
    period: {
      label: 'Período',
      unit: 'ms',
      meaning: 'Tempo entre duas amostras; só a placa pode mudá-lo.',
    },
    block: {
      label: 'Bloco',
      unit: 'amostras',
      meaning: 'Cada bloco com este número de amostras dá um máximo.',
    },
    memory: {
      label: 'Memória',
      unit: 'amostras',
      meaning: 'De quantas amostras a média se lembra; a variância, do dobro; 0 quer dizer todas.',
    },
    fatigue: {
      label: 'Fadiga',
      unit: '',
      meaning:
        'A parcela em que cada alarme eleva a barra para o próximo; 0 quer dizer que nenhum a eleva.',
    },
    least: {
      label: 'Desvio mínimo',
      unit: '',
      meaning: 'O menor desvio da média, na unidade do próprio sinal, que pode ser um outlier.',
    },
    drift: {
      label: 'Deriva',
      unit: 'σ',
      meaning:
        'A que distância dos anteriores pode ficar o nível de um bloco, medido no σ deles; 0 quer dizer que não é vigiado.',
    },
    rhythm: {
      label: 'Ritmo',
      unit: 'σ',
      meaning:
        'Quão incomum pode ser o tempo de um lado da média, em σ do seu logaritmo; 0 quer dizer que não é vigiado.',
    },
    season: {
      label: 'Sazonalidade',
      unit: 'ms',
      meaning:
        'Duração de um ciclo cujo comportamento habitual é descontado antes; 0 quer dizer que não há.',
    },
    bins: {
      label: 'Divisões',
      unit: '',
      meaning: 'Quantos números, no máximo, são guardados para um ciclo.',
    },
    tail: { label: 'Cauda', unit: '', meaning: 'Qual lado da média conta.' },
  },
});

const TAIL_WORDS = spoken<Readonly<Record<Tail, string>>>({
  en: { both: 'both', upper: 'upper', lower: 'lower' },
  pt: { both: 'ambas', upper: 'superior', lower: 'inferior' },
});

/** What may be entered; the detector's own sentence, where that is in the language. */
const RULES = spoken({
  en: {
    fault: (_name: ParameterName, sentence: string) => sentence,
  },
  pt: {
    fault: (name) => {
      if (name === 'tail') return 'A cauda precisa ser “ambas”, “superior” ou “inferior”.';
      const { integer, min, max, minExcluded, alsoValid } = NUMERIC_PARAMETERS[name];
      const kind = integer ? 'um número inteiro' : 'um número';
      const low = minExcluded
        ? `maior que ${formatExact(min)}`
        : `de no mínimo ${formatExact(min)}`;
      const also = alsoValid === undefined ? '' : `, ou ${formatExact(alsoValid)}`;
      return `${parameterWord(name)}: deve ser ${kind} ${low} e de no máximo ${formatExact(max)}${also}.`;
    },
  },
});

/** A parameter's name as it stands in sentences: word and symbol, where it has one. */
export function parameterWord(name: ParameterName): string {
  const { label } = PARAMETER_WORDS[name];
  const symbol = symbolOf(name);
  return symbol === null ? label : `${label} ${symbol}`;
}

/** As short as it can be told from the others: its symbol, else its word. */
export function shortParameterWord(name: ParameterName): string {
  return symbolOf(name) ?? PARAMETER_WORDS[name].label.toLowerCase();
}

/** Null where it has none. */
export function symbolOf(name: ParameterName): string | null {
  if (name === 'tail') return null;
  const { symbol } = NUMERIC_PARAMETERS[name];
  return symbol === '–' ? null : symbol;
}

/** A value as it is read on the page. */
export const valueWords = (value: number | string): string =>
  typeof value === 'string' && value in TAIL_WORDS
    ? TAIL_WORDS[value as Tail]
    : formatParameter(value);

/** @param sentence the detector's, of why the value cannot be */
export const entryFaultWords = (name: ParameterName, sentence: string): string =>
  RULES.fault(name, sentence);
