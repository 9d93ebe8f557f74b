/** The session being recorded, those that are stored, and the one that is played back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AlarmAct } from '../alarms/act.ts';
import type { Announcement } from '../analysis/client/client.ts';
import type { RecordingCalls } from '../analysis/client/recordingCalls.ts';
import type {
  RecordingFault,
  RecordingState,
  StoredAnswer,
  StoredQuestion,
  StoredSession,
} from '../analysis/messages/recordingMessages.ts';
import type { Label } from '../analysis/messages/studyMessages.ts';

export type Replay = Extract<Announcement, { type: 'replay' }>;

export interface RecordingStoreState {
  readonly recording: RecordingState;
  /** The newest first; null until they were looked for. */
  readonly sessions: readonly StoredSession[] | null;
  /** Why the last thing asked of them could not be done. */
  readonly sessionsFault: RecordingFault | null;
  readonly sessionsOpen: boolean;
  /** Null when no recording is open. */
  readonly replay: Omit<Replay, 'type' | 'session' | 'labels' | 'acts'> | null;
  /** Samples or labels are here that no file has: they go when the page does. */
  readonly isUnkept: boolean;
  readonly receive: (message: Announcement) => void;
  /** A source is being opened; with another than before, what was seen goes. */
  readonly opening: (sameAsBefore: boolean) => void;
  readonly openSessions: () => void;
  readonly closeSessions: () => void;
  /** Looks again at what is stored. */
  readonly look: () => Promise<void>;
  readonly rename: (fileName: string, name: string) => Promise<void>;
  readonly remove: (fileName: string) => Promise<void>;
  /** An unfinished session becomes an ordinary one. */
  readonly keep: (fileName: string) => Promise<void>;
  /** The file itself; null, and a fault, when it cannot be read. */
  readonly read: (fileName: string) => Promise<Blob | null>;
  /** What the person did about alarms in a recording that is open. Null when it is kept beside it. */
  readonly keepActs: (
    recording: string | Blob,
    acts: readonly AlarmAct[],
  ) => Promise<RecordingFault | null>;
  /** What the person labelled in a recording that is open. Null when it is kept beside it. */
  readonly keepLabels: (
    recording: string | Blob,
    before: readonly Label[],
    after: readonly Label[],
  ) => Promise<RecordingFault | null>;
}

export type RecordingStore = StoreApi<RecordingStoreState>;

export function createRecordingStore(client: RecordingCalls): RecordingStore {
  return createStore<RecordingStoreState>((set, get) => {
    let isFirstLook = true;

    async function ask(question: StoredQuestion): Promise<StoredAnswer> {
      const answer = await client.ask(question, (sessions) => {
        // While they are being looked at for the first time, the newest are there already.
        if (isFirstLook) set({ sessions });
      });
      switch (answer.kind) {
        case 'sessions':
          isFirstLook = false;
          set({ sessions: answer.sessions, sessionsFault: null });
          break;
        case 'failed':
          set({ sessionsFault: answer.fault });
          break;
        case 'file':
        case 'kept':
          set({ sessionsFault: null });
          break;
        default:
          answer satisfies never;
      }
      return answer;
    }
    const change = async (question: StoredQuestion): Promise<void> => {
      await ask(question);
    };
    async function keep(question: StoredQuestion): Promise<RecordingFault | null> {
      const answer = await client.ask(question);
      if (answer.kind !== 'failed') return null;
      set({ isUnkept: true });
      return answer.fault;
    }
    const look = (): Promise<void> => change({ kind: 'list' });

    return {
      recording: { phase: 'waiting' },
      sessions: null,
      sessionsFault: null,
      sessionsOpen: false,
      replay: null,
      isUnkept: false,
      receive: (message) => {
        if (message.type === 'recording') {
          const { sessionsOpen, recording } = get();
          set({ recording: message.state });
          // A file that was begun or ended since changes the open list.
          if (sessionsOpen && recording.phase !== message.state.phase) void look();
        }
        const { phase } = get().recording;
        if (message.type === 'health' && (phase === 'off' || phase === 'failed')) {
          if (message.health.samples > 0 && !get().replay) set({ isUnkept: true });
        }
        // What a worker was writing when it died is an unfinished session.
        if (message.type === 'connection' && message.fault?.code === 'worker-died') void look();
        if (message.type === 'replay') {
          const { replay, recordedWith, older } = message;
          set({ replay: { replay, recordedWith, older } });
        }
      },
      opening: (sameAsBefore) =>
        set({
          // What is begun again keeps its controls meanwhile.
          replay: sameAsBefore ? get().replay : null,
          isUnkept: sameAsBefore && get().isUnkept,
        }),
      openSessions: () => {
        set({ sessionsOpen: true });
        void look();
      },
      closeSessions: () => set({ sessionsOpen: false, sessionsFault: null }),
      look,
      rename: (fileName, name) => change({ kind: 'rename', fileName, name }),
      remove: (fileName) => change({ kind: 'delete', fileName }),
      keep: (fileName) => change({ kind: 'keep', fileName }),
      read: async (fileName) => {
        const answer = await ask({ kind: 'read', fileName });
        return answer.kind === 'file' ? answer.file : null;
      },
      keepLabels: (recording, before, after) => keep({ kind: 'label', recording, before, after }),
      keepActs: (recording, acts) => keep({ kind: 'alarm', recording, acts }),
    };
  });
}
