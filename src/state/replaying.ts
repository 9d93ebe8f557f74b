/** Plays recordings back: opens them, and goes to a time in them. */
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { ReplayControl, ReplayPace, ReplayStart } from '../board/replayControl.ts';
import type { Opening } from './opening.ts';
import type { Replay } from './recordingStore.ts';
import type { Stores } from './stores.ts';

/** What the person can do with a recording. */
export interface Replaying {
  /** Plays back a stored session, by its file's name, or a file; all of it at once. */
  openRecording(recording: string | Blob, title: string): void;
  /** One that has ended is played from its beginning at the pace that is chosen. */
  controlReplay(control: ReplayControl): void;
  /** To a recorded time: forwards at once, backwards from the beginning at once. */
  seekReplay(toMs: number): void;
  /** From the beginning, at the pace that was chosen. */
  replayAgain(): void;
}

export interface ReplayCalls {
  readonly replaying: Replaying;
  /** The worker says how far the replay is; the first time, with the labels of the recording. */
  replayIs(message: Replay): void;
}

export function createReplayCalls(
  client: AnalysisClient,
  { alarms, board, labels, recordings }: Pick<Stores, 'alarms' | 'board' | 'labels' | 'recordings'>,
  open: Opening['open'],
): ReplayCalls {
  /** Labels come out of the recording the first time it is played; then they are the person's. */
  let replaysLabels = false;

  /** Opens the recording again, as far as `skipToMs`. */
  function reopen(start: ReplayStart): void {
    const { source } = board.getState();
    if (source?.kind !== 'replay') return;
    replaysLabels = false;
    open({ ...source, start }, true);
  }

  const playAgain = (pace: ReplayPace): void => reopen({ playing: true, pace, skipToMs: null });

  return {
    replaying: {
      openRecording: (recording, title) => {
        recordings.getState().closeSessions();
        replaysLabels = true;
        const start = { playing: true, pace: 'at-once', skipToMs: null } as const;
        open({ kind: 'replay', recording, title, start }, false);
      },
      controlReplay: (control) => {
        const { ended } = recordings.getState().replay?.replay ?? { ended: false };
        // At its end nothing is left to be played at a pace: who chooses one wants to see it.
        if (ended && control.kind === 'pace') playAgain(control.pace);
        else client.recordings.replay(control);
      },
      seekReplay: (toMs) => {
        const opened = recordings.getState().replay;
        if (!opened) return;
        const { positionMs, playing, pace } = opened.replay;
        if (toMs >= positionMs) client.recordings.replay({ kind: 'skip', toMs });
        else reopen({ playing, pace, skipToMs: toMs });
      },
      replayAgain: () => playAgain(recordings.getState().replay?.replay.pace ?? 1),
    },
    replayIs: (message) => {
      if (message.labels && replaysLabels) labels.getState().restore(message.labels);
      if (message.acts && replaysLabels) alarms.getState().restore(message.acts);
    },
  };
}
