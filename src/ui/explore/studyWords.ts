/** Studies in words. */
import type { Parameters } from '../../detector/parameters.ts';
import type { StudyRun } from '../../state/studyStore.ts';
import { formatParameter } from '../format.ts';

/** Why there is nothing to show, and what to do; null when a study came to its end. */
export function endWords(run: StudyRun): string | null {
  if (run.phase !== 'done') return null;
  if (run.result.kind === 'cancelled') return 'Cancelled: nothing was changed.';
  if (run.result.kind !== 'failed') return null;
  switch (run.result.why) {
    case 'no-samples':
      return 'This channel has no samples yet. Connect a board and wait for some.';
    case 'no-labels':
      return 'No true anomaly is labelled on this channel. Label some, then try again.';
    default:
      return run.result.why satisfies never;
  }
}

/** What `suggest` searches, in the symbols of the page. */
export function searchedWords(found: Parameters): string {
  const { gamma, delta, maxima, block, memory, drift, rhythm } = found;
  const remembered = memory === 0 ? 'all' : memory;
  return (
    `γ ${formatParameter(gamma)}, δ ${formatParameter(delta)}, N ${maxima}, ` +
    `B ${block}, W ${remembered}, drift ${boundWord(drift)}, rhythm ${boundWord(rhythm)}`
  );
}

const boundWord = (bound: number): string => (bound === 0 ? 'off' : formatParameter(bound));

/** Why a study cannot begin now: a sentence, or null when it can. */
export function beginReason(channels: number, running: boolean): string | null {
  if (channels === 0) return 'There is no recording yet: connect a board first.';
  return running ? 'It is running.' : null;
}
