/** By what was judged: the parameters and the fits. */
import { NUMERIC_PARAMETER_NAMES, type ParameterName } from '../../detector/parameters.ts';
import { formatMeasured } from '../format.ts';
import { PARAMETER_WORDS, symbolOf, valueWords } from '../parameterWords.ts';
import type { ReportSection } from './report.ts';
import type { ReportState } from './reportState.ts';
import { REPORT_WORDS } from './words.ts';

export function fitSection({ board }: ReportState): ReportSection {
  const { headings, none, fits } = REPORT_WORDS;
  const inSigmas = (value: number): string => `${formatMeasured(value)} σ`;
  const rows = board.channels.map(({ name }, channel) => {
    const fit = board.fits.get(channel);
    if (!fit?.weibull) {
      const learning = fit && fits.learning(fit.maxima.length, fit.needed);
      return [name, learning ?? none, none, none, none, none, none];
    }
    const { shape, scale, location, r2, q } = fit.weibull;
    return [
      name,
      formatMeasured(shape),
      inSigmas(scale),
      inSigmas(location),
      formatMeasured(r2),
      inSigmas(q),
      inSigmas(Math.max(fit.gamma, q)),
    ];
  });
  return { heading: headings.fits, lines: [fits.note], table: { head: fits.head, rows } };
}

export function parameterSection({ tuning }: ReportState): ReportSection {
  const { browser, board } = tuning;
  const { headings, none, parameters: words } = REPORT_WORDS;
  const values = (name: ParameterName): [string, string] => [
    valueWords(browser[name]),
    board ? valueWords(board[name]) : none,
  ];
  const rows = NUMERIC_PARAMETER_NAMES.map((name) => {
    const { label, unit } = PARAMETER_WORDS[name];
    return [label, symbolOf(name) ?? none, ...values(name), unit];
  });
  const tail = [PARAMETER_WORDS.tail.label, none, ...values('tail'), ''];
  return {
    heading: headings.parameters,
    lines: [],
    table: { head: words.head, rows: [...rows, tail] },
  };
}

/** Null where every channel follows the parameters of all. */
export function ownSection({ board, tuning }: ReportState): ReportSection | null {
  const { headings, parameters: words } = REPORT_WORDS;
  const nameOf = (told: string): string =>
    board.channels.find(({ boardName }) => boardName === told)?.name ?? told;
  const rows = Object.entries(tuning.browserOwn).flatMap(([told, own]) =>
    Object.entries(own).map(([name, value]) =>
      name === 'judge'
        ? [nameOf(told), words.judge, value === 0 ? words.no : REPORT_WORDS.yes]
        : [nameOf(told), PARAMETER_WORDS[name as ParameterName].label, valueWords(value)],
    ),
  );
  if (rows.length === 0) return null;
  return { heading: headings.own, lines: [], table: { head: words.ownHead, rows } };
}
