/** Names of months by their first three letters, in English and where other languages differ. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTHS_ELSEWHERE: Readonly<Record<string, number>> = {
  ...{ jän: 1, ene: 1, gen: 1, fév: 2, fev: 2, mär: 3, mrz: 3, maa: 3, abr: 4, avr: 4, apr: 4 },
  ...{ mai: 5, mei: 5, mag: 5, giu: 6, lug: 7, ago: 8, aoû: 8, set: 9, okt: 10, out: 10, ott: 10 },
  ...{ dez: 12, déc: 12, dic: 12 },
};

/** The month of a name, from 1; 0 when it is none, or one that three letters do not tell. */
export function monthOf(name: string): number {
  // In French three letters are not enough.
  if (/^juin/i.test(name)) return 6;
  if (/^juil/i.test(name)) return 7;
  const three = name.slice(0, 3).toLowerCase();
  return MONTHS_ELSEWHERE[three] ?? MONTHS.indexOf(three) + 1;
}
