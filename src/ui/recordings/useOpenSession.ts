import type { StoredSession } from '../../analysis/messages/recordingMessages.ts';
import { useTidemark } from '../tidemarkContext.ts';

/** Plays a stored session back; one that was cut off is taken for whole from then on. */
export function useOpenSession(): (session: StoredSession) => Promise<void> {
  const { openRecording, recordings } = useTidemark();
  return async ({ fileName, name, board, state }) => {
    if (state === 'unfinished') await recordings.getState().keep(fileName);
    openRecording(fileName, name === '' ? board : name);
  };
}
