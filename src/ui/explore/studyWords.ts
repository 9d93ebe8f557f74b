/** Studies in words. */
import type { Parameters } from '../../detector/parameters.ts';
import { spoken } from '../../language/spoken.ts';
import type { StudyRun } from '../../state/studyStore.ts';
import { formatParameter } from '../format.ts';

export const STUDY_WORDS = spoken({
  en: {
    cancel: 'Cancel',
    cancelled: 'Cancelled: nothing was changed.',
    noSamples: 'This channel has no samples yet. Connect a board and wait for some.',
    noLabels: 'No true anomaly is labelled on this channel. Label some, then try again.',
    /** Parameters in their symbols; the bounds of drift and rhythm have none. */
    searched: (symbols: string, drift: string, rhythm: string) =>
      `${symbols}, drift ${drift}, rhythm ${rhythm}`,
    all: 'all',
    off: 'off',
    noRecording: 'There is no recording yet: connect a board first.',
    running: 'It is running.',
  },
  pt: {
    cancel: 'Cancelar',
    cancelled: 'Cancelado: nada foi mudado.',
    noSamples: 'Este canal ainda não tem amostras. Conecte uma placa e espere por algumas.',
    noLabels:
      'Nenhuma anomalia verdadeira tem rótulo neste canal. Dê rótulos a algumas e tente de novo.',
    searched: (symbols, drift, rhythm) => `${symbols}, deriva: ${drift}, ritmo: ${rhythm}`,
    all: 'todas',
    off: 'não',
    noRecording: 'Ainda não há amostras: conecte uma placa primeiro.',
    running: 'Está em andamento.',
  },
});

/** Why there is nothing to show, and what to do; null when a study came to its end. */
export function endWords(run: StudyRun): string | null {
  if (run.phase !== 'done') return null;
  if (run.result.kind === 'cancelled') return STUDY_WORDS.cancelled;
  if (run.result.kind !== 'failed') return null;
  switch (run.result.why) {
    case 'no-samples':
      return STUDY_WORDS.noSamples;
    case 'no-labels':
      return STUDY_WORDS.noLabels;
    default:
      return run.result.why satisfies never;
  }
}

/** What `suggest` searches, in the symbols of the page. */
export function searchedWords(found: Parameters): string {
  const { gamma, delta, maxima, block, memory, drift, rhythm } = found;
  const remembered = memory === 0 ? STUDY_WORDS.all : memory;
  const symbols = `γ ${formatParameter(gamma)}, δ ${formatParameter(delta)}, N ${maxima}, B ${block}, W ${remembered}`;
  return STUDY_WORDS.searched(symbols, boundWord(drift), boundWord(rhythm));
}

const boundWord = (bound: number): string =>
  bound === 0 ? STUDY_WORDS.off : formatParameter(bound);

/** Why a study cannot begin now: a sentence, or null when it can. */
export function beginReason(channels: number, running: boolean): string | null {
  if (channels === 0) return STUDY_WORDS.noRecording;
  return running ? STUDY_WORDS.running : null;
}
