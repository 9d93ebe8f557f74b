/** Words for events in the list. */

import type { AnomalyEvent, EventCounts } from '../../analysis/messages/findings.ts';
import { spoken } from '../../language/spoken.ts';
import type { EventKind } from '../../state/listStore.ts';
import { counted, formatAxisTime, formatCount } from '../format.ts';

/**
 * What raised it, if that was not a sample. With enough outliers close together an event is
 * collective, also where no alarm was raised.
 */
export function eventKind({
  cause,
  collective,
}: Pick<AnomalyEvent, 'cause' | 'collective'>): EventKind {
  if (cause !== 'level') return cause;
  return collective ? 'collective' : 'alarm';
}

export const SEEN_BY_WORDS = spoken<Readonly<Record<AnomalyEvent['by'], string>>>({
  en: { browser: 'browser', board: 'board', both: 'browser + board' },
  pt: { browser: 'navegador', board: 'placa', both: 'navegador + placa' },
});

export const seenBy = ({ by }: AnomalyEvent): string => SEEN_BY_WORDS[by];

const WORDS = spoken({
  en: {
    onlyRecorded: (count: number, total: number) =>
      `The oldest ${formatCount(count)} of ${formatCount(total)} are only in the recording.`,
    keptNoLonger: (count: number, total: number) =>
      `The oldest ${formatCount(count)} of ${formatCount(total)} are kept no longer.`,
    judgedBefore: (count: number, when: string) =>
      `${formatCount(count)} from before ${when} are as they were judged then, with other parameters.`,
    alone: (count: number) =>
      `${counted(count, 'alarm')} of one channel alone ${count === 1 ? 'is' : 'are'} not listed.`,
  },
  pt: {
    onlyRecorded: (count, total) =>
      count === 1
        ? `A mais antiga de ${formatCount(total)} está só na gravação.`
        : `As ${formatCount(count)} mais antigas de ${formatCount(total)} estão só na gravação.`,
    keptNoLonger: (count, total) =>
      count === 1
        ? `A mais antiga de ${formatCount(total)} não está mais guardada.`
        : `As ${formatCount(count)} mais antigas de ${formatCount(total)} não estão mais guardadas.`,
    judgedBefore: (count, when) =>
      count === 1
        ? `1 anterior a ${when} está como foi julgada na época, com outros parâmetros.`
        : `${formatCount(count)} anteriores a ${when} estão como foram julgadas na época, com outros parâmetros.`,
    alone: (count) =>
      count === 1
        ? '1 alarme de um só canal não está na lista.'
        : `${formatCount(count)} alarmes de um só canal não estão na lista.`,
  },
});

/** What became of the oldest; null while all are kept. */
export function givenUpWords({ total, givenUp }: EventCounts, isRecorded: boolean): string | null {
  if (givenUp === 0) return null;
  return isRecorded ? WORDS.onlyRecorded(givenUp, total) : WORDS.keptNoLonger(givenUp, total);
}

/** What was not judged anew with the parameters; null when all was. */
export function judgedBeforeWords(
  { judgedBefore }: EventCounts,
  rawFromMs: number | null,
): string | null {
  if (judgedBefore === 0 || rawFromMs === null) return null;
  const when = formatAxisTime(rawFromMs / 1000, 1);
  return WORDS.judgedBefore(judgedBefore, when);
}

/** What is not listed because one channel found it alone; null when nothing is. */
export function aloneWords({ alone }: EventCounts): string | null {
  if (alone === 0) return null;
  return WORDS.alone(alone);
}
