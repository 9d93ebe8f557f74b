/** Which recording samples go to: that of the board and channels that are connected, or were last. */
import type { Parameters } from '../../detector/parameters.ts';
import type { Channel } from '../messages/findings.ts';
import { DEFAULT_MEMORY_MB } from '../messages/memoryChoices.ts';
import { createRecording, type Recording } from './recording.ts';
import { historyBytes } from './retention.ts';

export interface CurrentRecording {
  /** Null before the first board. */
  get(): Recording | null;
  /**
   * Goes on with the recording of the same board and channels, or begins a new one. `replay` is the
   * session of a replay, null for a board: a replay always begins anew, it is not the board going on.
   */
  use(channels: readonly Channel[], id: string, replay: number | null): Recording;
  /** Memory for the history of this recording and of those to come, MB. */
  keepWithin(megabytes: number): void;
}

/** `parameters` are those that a new recording is judged with. */
export function createCurrentRecording(parameters: () => Parameters): CurrentRecording {
  let recording: Recording | null = null;
  let recordingKey = '';
  let memoryMb: number = DEFAULT_MEMORY_MB;
  return {
    get: () => recording,
    use(channels, id, replay) {
      const key = JSON.stringify([id, channels, replay]);
      if (!recording || key !== recordingKey) {
        recording = createRecording(channels, parameters(), historyBytes(memoryMb));
        recordingKey = key;
      }
      return recording;
    },
    keepWithin(megabytes) {
      memoryMb = megabytes;
      recording?.judging.keepWithin(historyBytes(megabytes));
    },
  };
}
