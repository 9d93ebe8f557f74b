/** Words of exports: the menu, and what became of a file. */
import { spoken } from '../../language/spoken.ts';
import type { WrittenFile } from '../../state/exportStore.ts';
import { counted, inPercent } from '../format.ts';

export function exportWords({ name, share, outcome }: WrittenFile): string {
  if (!outcome) return OUTCOME_WORDS.writing(name, Math.floor(100 * share));
  switch (outcome.kind) {
    case 'written': {
      const wrote = OUTCOME_WORDS.wrote(name, outcome.samples);
      return outcome.missesOlder ? `${wrote} ${OUTCOME_WORDS.olderMissing}` : wrote;
    }
    case 'cancelled':
      return OUTCOME_WORDS.stopped(name);
    case 'nothing':
      return OUTCOME_WORDS.nothing;
    case 'too-large':
      return OUTCOME_WORDS.tooLarge(name, Math.round(outcome.limitBytes / 1e6));
    case 'failed':
      return OUTCOME_WORDS.failed(name, outcome.detail);
    default:
      return outcome satisfies never;
  }
}

const OUTCOME_WORDS = spoken({
  en: {
    writing: (name: string, percent: number) => `Writing ${name}: ${inPercent(percent)}`,
    wrote: (name: string, samples: number) => `Wrote ${name}: ${counted(samples, 'sample')}.`,
    olderMissing:
      'Older ones were given up: the memory was full. If they were recorded, open that session and export it.',
    stopped: (name: string) => `Stopped writing ${name}; nothing was kept of it.`,
    nothing: 'There is no sample in this range, so no file was written.',
    tooLarge: (name: string, limitMb: number) =>
      `${name} would be larger than ${limitMb} MB, which this browser cannot put together. Export a shorter range, or use a browser that writes to disk.`,
    failed: (name: string, detail: string) => `${name} could not be written: ${detail}`,
  },
  pt: {
    writing: (name, percent) => `Escrevendo ${name}: ${inPercent(percent)}`,
    wrote: (name, samples) => `${name} foi escrito: ${counted(samples, 'amostra')}.`,
    olderMissing:
      'As mais antigas foram descartadas: a memória estava cheia. Se foram gravadas, abra aquela sessão e exporte-a.',
    stopped: (name) => `A escrita de ${name} foi interrompida; nada ficou guardado.`,
    nothing: 'Não há amostras neste trecho, por isso nenhum arquivo foi escrito.',
    tooLarge: (name, limitMb) =>
      `${name} seria maior que ${limitMb} MB, o que este navegador não consegue montar. Exporte um trecho mais curto, ou use um navegador que escreva no disco.`,
    failed: (name, detail) => `Não foi possível escrever ${name}: ${detail}`,
  },
});

export const EXPORT_WORDS = spoken({
  en: {
    export: 'Export',
    notYet: 'There is nothing to export yet: wait for the first samples.',
    samples: 'Samples with their verdicts, CSV',
    atMost: (limitMb: number) => `At most ${limitMb} MB in this browser.`,
    visible: 'Visible range',
    all: 'All samples',
    allCommand: 'Export all samples, CSV',
    visibleCommand: 'Export the visible samples, CSV',
    /** @param what in its own words, as the menu has it */
    command: (what: string) => `Export: ${what}`,
    signalPlot: 'Signal plot',
    signalSvg: 'Signal as SVG',
    signalPng: 'Signal as PNG',
    fitPlot: 'Weibull plot',
    fitSvg: 'Weibull as SVG',
    fitPng: 'Weibull as PNG',
    others: 'For other programs',
    parameters: 'Parameters…',
    notShown: 'This plot is not on the screen now: show it, then export it.',
    emptyPlot: 'There is nothing to see in this plot yet.',
    noPicture: 'The browser could not make a picture of this plot.',
  },
  pt: {
    export: 'Exportar',
    notYet: 'Ainda não há nada para exportar: espere pelas primeiras amostras.',
    samples: 'Amostras com os vereditos, CSV',
    atMost: (limitMb) => `No máximo ${limitMb} MB neste navegador.`,
    visible: 'Trecho visível',
    all: 'Todas as amostras',
    allCommand: 'Exportar todas as amostras, CSV',
    visibleCommand: 'Exportar as amostras visíveis, CSV',
    command: (what) => `Exportar: ${what}`,
    signalPlot: 'Gráfico do sinal',
    signalSvg: 'Sinal em SVG',
    signalPng: 'Sinal em PNG',
    fitPlot: 'Gráfico da Weibull',
    fitSvg: 'Weibull em SVG',
    fitPng: 'Weibull em PNG',
    others: 'Para outros programas',
    parameters: 'Parâmetros…',
    notShown: 'Este gráfico não está na tela agora: mostre-o e depois exporte-o.',
    emptyPlot: 'Ainda não há nada a ver neste gráfico.',
    noPicture: 'O navegador não conseguiu fazer uma imagem deste gráfico.',
  },
});

export const PARAMETERS_DIALOG_WORDS = spoken({
  en: {
    title: 'Export parameters',
    close: 'Close',
    format: 'Format',
    copy: 'Copy to clipboard',
    copied: 'The parameters are in the clipboard.',
    notCopied: 'The clipboard is not allowed here: mark the text and copy it.',
    download: (file: string) => `Download ${file}`,
  },
  pt: {
    title: 'Exportar parâmetros',
    close: 'Fechar',
    format: 'Formato',
    copy: 'Copiar',
    copied: 'Os parâmetros estão na área de transferência.',
    notCopied: 'A área de transferência não está liberada aqui: selecione o texto e copie-o.',
    download: (file) => `Baixar ${file}`,
  },
});
