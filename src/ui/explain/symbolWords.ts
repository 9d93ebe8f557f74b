/** What the symbols of the page stand for, in words. */
import type { NumericParameterName } from '../../detector/parameters.ts';
import { spoken } from '../../language/spoken.ts';

/** What a fit has beside parameters. */
export type FitFigure =
  | 'shape'
  | 'scale'
  | 'location'
  | 'r2'
  | 'q'
  | 'gevShape'
  | 'gevScale'
  | 'gevLocation';

export const SYMBOL_WORDS = spoken({
  en: { what: (sign: string) => `What is ${sign}?`, glossary: 'Words' },
  pt: { what: (sign) => `O que é ${sign}?`, glossary: 'Glossário' },
});

export const PARAMETER_SENTENCES = spoken<Readonly<Record<NumericParameterName, string>>>({
  en: {
    gamma:
      'A sample can only be an outlier when its deviation d from the mean is more than γ standard deviations.',
    delta:
      'With probability δ, by the Weibull fitted to the latest block maxima, none of 8 normal blocks reaches the limit.',
    maxima:
      'The Weibull is fitted to the last N block maxima; each gets the plotting position p. Few follow the signal quickly, many give a steadier fit.',
    outliers:
      'M outliers make a collective anomaly when they come, on average, no further apart than T.',
    meanGap:
      'The largest average time between M outliers that still makes them one collective anomaly; 0 means five periods.',
    period:
      'The time between two samples. Only the board can change it; what is recorded stays as it is.',
    block:
      'The stream is cut into blocks of B samples; only the largest deviation of each is kept, for maxima have a law of their own whatever the signal.',
    memory:
      'The mean forgets what is older than about W samples, the variance what is older than twice as many; 0 remembers all.',
    fatigue:
      'Each alarm raises the bar for the next by the share φ, up to half as high again: what happened several times lately is less surprising. It falls back over some 32 blocks.',
    least:
      'A deviation smaller than this, in the signal’s own unit, is no outlier however unusual it is.',
    drift:
      'The levels of whole blocks are judged like samples: beyond this many of their standard deviations a block has drifted. 0 switches it off.',
    rhythm:
      'How long the signal stays on one side of its mean is judged too: beyond this many standard deviations of its logarithm it is stuck, or out of step. 0 switches it off.',
    season:
      'The length of a cycle that comes again and again. What is usual at each phase of it is learned and taken off before a sample is judged. 0 switches it off.',
    bins: 'A cycle is kept as at most so many numbers.',
  },
  pt: {
    gamma:
      'Uma amostra só pode ser um outlier quando o seu desvio d da média é de mais de γ desvios padrão.',
    delta:
      'Com probabilidade δ, segundo a Weibull ajustada aos últimos máximos de bloco, nenhum de 8 blocos normais alcança o limite.',
    maxima:
      'A Weibull é ajustada aos últimos N máximos de bloco; cada um recebe a posição de plotagem p. Poucos seguem o sinal depressa, muitos dão um ajuste mais estável.',
    outliers:
      'M outliers formam uma anomalia coletiva quando vêm, em média, a não mais que T um do outro.',
    meanGap:
      'O maior tempo médio entre M outliers que ainda faz deles uma só anomalia coletiva; 0 significa cinco períodos.',
    period:
      'O tempo entre duas amostras. Só a placa pode mudá-lo; o que está gravado fica como está.',
    block:
      'O fluxo é cortado em blocos de B amostras; de cada um só se guarda o maior desvio, pois máximos têm uma lei própria, seja qual for o sinal.',
    memory:
      'A média esquece o que é mais antigo que cerca de W amostras, a variância o que é mais antigo que o dobro; 0 lembra tudo.',
    fatigue:
      'Cada alarme eleva a barra para o próximo na parcela φ, até metade a mais: o que aconteceu várias vezes há pouco surpreende menos. Ela volta ao normal ao longo de uns 32 blocos.',
    least:
      'Um desvio menor que este, na unidade do próprio sinal, não é outlier, por mais incomum que seja.',
    drift:
      'Os níveis de blocos inteiros são julgados como amostras: além desta quantidade de desvios padrão deles, um bloco está em deriva. 0 desliga.',
    rhythm:
      'Também se julga por quanto tempo o sinal fica de um lado da média: além desta quantidade de desvios padrão do logaritmo, ele está preso ou fora de ritmo. 0 desliga.',
    season:
      'A duração de um ciclo que se repete. O que é habitual em cada fase dele é aprendido e descontado antes que uma amostra seja julgada. 0 desliga.',
    bins: 'Um ciclo é guardado em no máximo esta quantidade de números.',
  },
});

interface FigureWords {
  /** Where it has no sign of its own. */
  readonly word: string;
  readonly title: string;
  readonly sentence: string;
}

export const FIT_WORDS = spoken<Readonly<Record<FitFigure, FigureWords>>>({
  en: {
    shape: {
      word: 'shape',
      title: 'Shape κ of the Weibull',
      sentence:
        'How steeply the curve rises: the larger κ, the more alike the block maxima are. It is the slope on probability paper.',
    },
    scale: {
      word: 'scale',
      title: 'Scale λ of the Weibull',
      sentence:
        'How far past the location η the curve reaches 63 %: η + λ is about the size of a block maximum.',
    },
    location: {
      word: 'location',
      title: 'Location η of the Weibull',
      sentence:
        'Below this deviation the curve is 0: four fifths of the smallest block maximum. Without it the curve would have to begin at 0, and rise too slowly.',
    },
    r2: {
      word: 'R²',
      title: 'Coefficient of determination R²',
      sentence:
        'How nearly the block maxima lie on a straight line on probability paper: 1 is exactly.',
    },
    q: {
      word: 'q',
      title: 'Quantile q',
      sentence:
        'The deviation at which the curve reaches the level that δ stands for, the eighth root of it: all of 8 blocks stay below it with probability δ. The limit is q or γ, whichever is larger.',
    },
    gevShape: {
      word: 'shape κ',
      title: 'Shape κ of the GEV',
      sentence:
        'Which family of tails the block maxima follow: 0 is Gumbel, above it Fréchet (heavy tails), below it reversed Weibull (bounded).',
    },
    gevScale: {
      word: 'scale λ',
      title: 'Scale λ of the GEV',
      sentence:
        'How far the block maxima spread, in σ. For Gumbel the spread is proportional to it.',
    },
    gevLocation: {
      word: 'location η',
      title: 'Location η of the GEV',
      sentence: 'Where the block maxima lie, in σ: 37 % of them are smaller.',
    },
  },
  pt: {
    shape: {
      word: 'forma',
      title: 'Forma κ da Weibull',
      sentence:
        'O quanto a curva é íngreme: quanto maior κ, mais parecidos entre si são os máximos dos blocos. É a inclinação no papel de probabilidade.',
    },
    scale: {
      word: 'escala',
      title: 'Escala λ da Weibull',
      sentence:
        'Quanto além da locação η a curva chega a 63 %: η + λ é mais ou menos o tamanho de um máximo de bloco.',
    },
    location: {
      word: 'locação',
      title: 'Locação η da Weibull',
      sentence:
        'Abaixo deste desvio a curva é 0: quatro quintos do menor máximo de bloco. Sem ela a curva teria de começar em 0, e subiria devagar demais.',
    },
    r2: {
      word: 'R²',
      title: 'Coeficiente de determinação R²',
      sentence:
        'O quanto os máximos dos blocos ficam em linha reta no papel de probabilidade: 1 quer dizer exatamente em linha reta.',
    },
    q: {
      word: 'q',
      title: 'Quantil q',
      sentence:
        'O desvio em que a curva chega ao nível que δ representa, a raiz oitava de δ: todos os 8 blocos ficam abaixo dele com probabilidade δ. O limite é q ou γ, o que for maior.',
    },
    gevShape: {
      word: 'forma κ',
      title: 'Forma κ da GEV',
      sentence:
        'Que família de caudas os máximos dos blocos seguem: 0 é Gumbel, acima dele Fréchet (caudas pesadas), abaixo Weibull invertida (limitada).',
    },
    gevScale: {
      word: 'escala λ',
      title: 'Escala λ da GEV',
      sentence:
        'O quanto os máximos dos blocos se espalham, em σ. Para Gumbel a dispersão é proporcional a ela.',
    },
    gevLocation: {
      word: 'locação η',
      title: 'Locação η da GEV',
      sentence: 'Onde ficam os máximos dos blocos, em σ: 37 % deles são menores.',
    },
  },
});
