/** What the plots of a fit show, in words, for people who do not see them. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatMeasured, withDecimalSign } from '../format.ts';
import { familyWords } from './gevWords.ts';
import { formatLevel } from './limitWords.ts';

/** Of a fit, as they are written. */
interface Figures {
  readonly shape: string;
  readonly scale: string;
  readonly location: string;
}

interface WeibullFigures extends Figures {
  readonly r2: string;
  readonly q: string;
}

/** Where the curve reaches the level of δ, and what else bounds the limit. */
interface Reached {
  readonly level: string;
  readonly q: string;
  readonly gamma: string;
}

interface GevFigures extends Figures {
  readonly shapeError: string;
}

const MAXIMA_WORDS = spoken({
  en: { count: (maxima: number) => `${maxima} block maxima` },
  pt: { count: (maxima) => counted(maxima, 'máximo de bloco', 'máximos de bloco') },
});

export const FIT_SUMMARY_WORDS = spoken({
  en: {
    titleCdf: (channel: string) => `Weibull fit of ${channel}`,
    titlePaper: (channel: string) => `Weibull probability paper of ${channel}`,
    titleGev: (channel: string) => `GEV of ${channel}`,
    fitLearning: (learned: number, needed: number) =>
      `Weibull fit: learning ${learned} of ${needed} maxima.`,
    fit: (maxima: number, { shape, scale, location }: Figures, { level, q, gamma }: Reached) =>
      `Weibull fit to ${MAXIMA_WORDS.count(maxima)}: shape ${shape}, scale ${scale} σ, location ${location} σ; it reaches ${level} at ${q} σ; the bound is ${gamma} σ.`,
    paperLearning: (points: number) =>
      `Weibull probability paper with ${counted(points, 'point')}; no line yet.`,
    paper: (points: number, r2: string) =>
      `Weibull probability paper with ${counted(points, 'point')}; the line fits them with R² ${r2}.`,
    gevLearning: (maxima: number) => `Histogram of ${MAXIMA_WORDS.count(maxima)}; no GEV yet.`,
    gev: (maxima: number, family: string) =>
      `Histogram of ${MAXIMA_WORDS.count(maxima)} under the density of the GEV. ${family}`,
    noFigures: (learned: number, needed: number) => `learning ${learned} of ${needed}`,
    figures: ({ shape, scale, location, r2, q }: WeibullFigures) =>
      `shape ${shape} · scale ${scale} σ · location ${location} σ · R² ${r2} · q ${q} σ`,
    noGevFigures: (maxima: number) => `no GEV of ${MAXIMA_WORDS.count(maxima)}`,
    gevFigures: (maxima: number, { shape, shapeError, scale, location }: GevFigures) =>
      `GEV shape ${shape} ± ${shapeError} · scale ${scale} σ · location ${location} σ · ${MAXIMA_WORDS.count(maxima)}`,
  },
  pt: {
    titleCdf: (channel) => `Ajuste de Weibull de ${channel}`,
    titlePaper: (channel) => `Papel de probabilidade de Weibull de ${channel}`,
    titleGev: (channel) => `GEV de ${channel}`,
    fitLearning: (learned, needed) =>
      `Ajuste de Weibull: aprendendo, ${learned} de ${needed} máximos.`,
    fit: (maxima, { shape, scale, location }, { level, q, gamma }) =>
      `Ajuste de Weibull a ${MAXIMA_WORDS.count(maxima)}: forma ${shape}, escala ${scale} σ, locação ${location} σ; chega a ${level} em ${q} σ; o limiar é ${gamma} σ.`,
    paperLearning: (points) =>
      `Papel de probabilidade de Weibull com ${counted(points, 'ponto')}; ainda sem reta.`,
    paper: (points, r2) =>
      `Papel de probabilidade de Weibull com ${counted(points, 'ponto')}; a reta se ajusta a eles com R² ${r2}.`,
    gevLearning: (maxima) => `Histograma de ${MAXIMA_WORDS.count(maxima)}; ainda sem GEV.`,
    gev: (maxima, family) =>
      `Histograma de ${MAXIMA_WORDS.count(maxima)} sob a densidade da GEV. ${family}`,
    noFigures: (learned, needed) => `aprendendo: ${learned} de ${needed}`,
    figures: ({ shape, scale, location, r2, q }) =>
      `forma ${shape} · escala ${scale} σ · locação ${location} σ · R² ${r2} · q ${q} σ`,
    noGevFigures: (maxima) => `sem GEV: ${MAXIMA_WORDS.count(maxima)}`,
    gevFigures: (maxima, { shape, shapeError, scale, location }) =>
      `GEV: forma ${shape} ± ${shapeError} · escala ${scale} σ · locação ${location} σ · ${MAXIMA_WORDS.count(maxima)}`,
  },
});

export function weibullSummary(fit: FitReport): string {
  const { weibull, maxima, needed, gamma, level } = fit;
  if (!weibull) return FIT_SUMMARY_WORDS.fitLearning(maxima.length, needed);
  return FIT_SUMMARY_WORDS.fit(
    maxima.length,
    {
      shape: formatMeasured(weibull.shape, 3),
      scale: formatMeasured(weibull.scale, 3),
      location: formatMeasured(weibull.location, 3),
    },
    {
      level: formatLevel(level),
      q: formatMeasured(weibull.q, 3),
      gamma: withDecimalSign(String(gamma)),
    },
  );
}

export function paperSummary({ weibull, maxima }: FitReport): string {
  return weibull
    ? FIT_SUMMARY_WORDS.paper(maxima.length, formatMeasured(weibull.r2, 3))
    : FIT_SUMMARY_WORDS.paperLearning(maxima.length);
}

export function gevSummary({ gev, gevMaxima }: FitReport): string {
  return gev
    ? FIT_SUMMARY_WORDS.gev(gevMaxima.length, familyWords(gev))
    : FIT_SUMMARY_WORDS.gevLearning(gevMaxima.length);
}

/** The figures of the fit, for the foot of a picture. */
export function fitFigures({ weibull, maxima, needed }: FitReport): string {
  if (!weibull) return FIT_SUMMARY_WORDS.noFigures(maxima.length, needed);
  return FIT_SUMMARY_WORDS.figures({
    shape: formatMeasured(weibull.shape),
    scale: formatMeasured(weibull.scale),
    location: formatMeasured(weibull.location),
    r2: formatMeasured(weibull.r2),
    q: formatMeasured(weibull.q),
  });
}

export function gevFigures({ gev, gevMaxima }: FitReport): string {
  if (!gev) return FIT_SUMMARY_WORDS.noGevFigures(gevMaxima.length);
  return FIT_SUMMARY_WORDS.gevFigures(gev.count, {
    shape: formatMeasured(gev.shape, 3),
    shapeError: formatMeasured(gev.shapeError, 3),
    scale: formatMeasured(gev.scale, 3),
    location: formatMeasured(gev.location, 3),
  });
}
