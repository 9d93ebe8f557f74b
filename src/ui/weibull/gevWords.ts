/** The GEV fit in sentences. */
import { type GevFamily, type GevReport, returnPeriodBlocks } from '../../detector/gev.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatAbout, formatCount, formatMeasured, formatWithError } from '../format.ts';
import { FAR_OFF_BLOCKS } from './limitWords.ts';

export const GEV_WORDS = spoken({
  en: {
    tooFew: (needed: number, maxima: number, block: number) =>
      `The GEV needs ${needed} block maxima that are not all equal, and has ${maxima}. Each block of ${block} samples gives one.`,
    largest: (expected: string) => `Largest block maximum of late: ${expected}`,
    newest: (expected: string) => `Newest anomaly: ${expected}`,
    meaning: (maxima: number) =>
      `Rests on ${counted(maxima, 'block maximum', 'block maxima')}, by L-moments. It tells what the data support; it is never part of a verdict.`,
    exactShape: (shape: string, error: string) => `${shape} ± ${error} (standard error)`,
    hardlyEver: (deviation: string, blocks: string) =>
      `a deviation of ${deviation} σ or more is expected less than once in ${blocks} blocks: it does not belong to this distribution.`,
    often: (deviation: string) =>
      `a deviation of ${deviation} σ or more is expected in most blocks.`,
    onceIn: (deviation: string, blocks: string) =>
      `a deviation of ${deviation} σ or more is expected once in ${blocks} blocks.`,
    onceInTime: (deviation: string, blocks: string, time: string) =>
      `a deviation of ${deviation} σ or more is expected once in ${blocks} blocks (about ${time} at this rate).`,
  },
  pt: {
    tooFew: (needed, maxima, block) =>
      `A GEV precisa de ${needed} máximos de bloco que não sejam todos iguais, e tem ${maxima}. Cada bloco de ${block} amostras dá um.`,
    largest: (expected) => `Maior máximo de bloco recente: ${expected}`,
    newest: (expected) => `Anomalia mais recente: ${expected}`,
    meaning: (maxima) =>
      `Baseia-se em ${counted(maxima, 'máximo de bloco', 'máximos de bloco')}, por momentos-L. Diz o que os dados indicam; nunca entra em um veredito.`,
    exactShape: (shape, error) => `${shape} ± ${error} (erro padrão)`,
    hardlyEver: (deviation, blocks) =>
      `um desvio de ${deviation} σ ou mais é esperado menos de uma vez a cada ${blocks} blocos: ele não pertence a esta distribuição.`,
    often: (deviation) => `um desvio de ${deviation} σ ou mais é esperado na maioria dos blocos.`,
    onceIn: (deviation, blocks) =>
      `um desvio de ${deviation} σ ou mais é esperado uma vez a cada ${blocks} blocos.`,
    onceInTime: (deviation, blocks, time) =>
      `um desvio de ${deviation} σ ou mais é esperado uma vez a cada ${blocks} blocos (cerca de ${time} a esta taxa).`,
  },
});

/** By its shape with the error: which family the data support. */
const FAMILY_SENTENCES = spoken<Readonly<Record<GevFamily, (shape: string) => string>>>({
  en: {
    Gumbel: (shape) => `The data support: Gumbel (${shape} does not exclude 0).`,
    Fréchet: (shape) => `The data support: Fréchet, heavy tails (${shape} lies above 0).`,
    'reversed Weibull': (shape) =>
      `The data support: reversed Weibull, bounded tails (${shape} lies below 0).`,
  },
  pt: {
    Gumbel: (shape) => `Os dados indicam: Gumbel (${shape} não exclui o 0).`,
    Fréchet: (shape) => `Os dados indicam: Fréchet, caudas pesadas (${shape} está acima de 0).`,
    'reversed Weibull': (shape) =>
      `Os dados indicam: Weibull invertida, caudas limitadas (${shape} está abaixo de 0).`,
  },
});

/** Which family the data support, and on what grounds. */
export function familyWords({ family, shape, shapeError }: GevReport): string {
  return FAMILY_SENTENCES[family](`κ = ${formatWithError(shape, shapeError)}`);
}

/**
 * How often a deviation (in σ) or a larger one is expected.
 *
 * @param block samples per block
 * @param rateHz samples per second; 0 when not known: then no time is given
 */
export function returnLevelWords(
  deviation: number,
  gev: GevReport,
  block: number,
  rateHz: number,
): string {
  const blocks = returnPeriodBlocks(deviation, gev);
  const size = formatMeasured(deviation, 3);
  if (blocks > FAR_OFF_BLOCKS) return GEV_WORDS.hardlyEver(size, formatCount(FAR_OFF_BLOCKS));
  if (blocks < 2) return GEV_WORDS.often(size);
  if (!(rateHz > 0)) return GEV_WORDS.onceIn(size, formatCount(blocks));
  const time = formatAbout((1000 * blocks * block) / rateHz);
  return GEV_WORDS.onceInTime(size, formatCount(blocks), time);
}
