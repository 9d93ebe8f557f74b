/** Words of the panel of the fit: what stands around its plots, and on them. */
import { spoken } from '../../language/spoken.ts';

export const FIT_PANEL_WORDS = spoken({
  en: {
    fit: 'Weibull fit',
    channel: 'Channel of the Weibull fit',
    theory: 'Theory',
    noBlock: 'Waiting for the first block of samples…',
    noSample: 'Waiting for the first sample…',
    noSamples: 'Nothing to fit: no samples come.',
    notBegun: 'Connect a board: its block maxima, and the curve fitted to them, appear here.',
  },
  pt: {
    fit: 'Ajuste de Weibull',
    channel: 'Canal do ajuste de Weibull',
    theory: 'Teoria',
    noBlock: 'Aguardando o primeiro bloco de amostras…',
    noSample: 'Aguardando a primeira amostra…',
    noSamples: 'Nada a ajustar: nenhuma amostra chega.',
    notBegun: 'Conecte uma placa: os máximos dos blocos e a curva ajustada a eles aparecem aqui.',
  },
});

export const THEORY_WORDS = spoken({
  en: {
    paper:
      'On this paper a Weibull is a straight line: its slope is the shape. Points that bend away from it do not follow one.',
    learned: 'Blocks learned',
    dots: 'Dots: the largest deviation of each block so far. The curve comes with the last.',
    undefined: 'undefined: all maxima are equal',
  },
  pt: {
    paper:
      'Neste papel uma Weibull é uma linha reta: a inclinação é a forma. Pontos que se afastam da reta não seguem uma Weibull.',
    learned: 'Blocos aprendidos',
    dots: 'Pontos: o maior desvio de cada bloco até agora. A curva vem com o último.',
    undefined: 'indefinido: todos os máximos são iguais',
  },
});

/** Drawn on the plots themselves. */
export const FIT_PLOT_WORDS = spoken({
  en: {
    levelOfDelta: (delta: string, level: string) => `δ ${delta}: ${level} a block`,
    level: (level: string) => `δ: ${level}`,
    paperAcross: 'block maximum less η (log)',
  },
  pt: {
    levelOfDelta: (delta, level) => `δ ${delta}: ${level} por bloco`,
    level: (level) => `δ: ${level}`,
    paperAcross: 'máximo do bloco menos η (log)',
  },
});
