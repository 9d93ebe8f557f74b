/** The page's side of recordings: questions about the stored sessions, and the replay's controls. */
import type { ReplayControl } from '../board/replayControl.ts';
import type {
  RecordingFault,
  ShelfAnswer,
  ShelfQuestion,
  ToRecordings,
} from './recordingMessages.ts';

export interface RecordingClient {
  /** Switches recording on or off. */
  record(on: boolean): void;
  /** Never rejects: a worker that dies answers with `storage-failed`. */
  ask(question: ShelfQuestion): Promise<ShelfAnswer>;
  replay(control: ReplayControl): void;
}

/** The client, with the ends that the analysis client holds. */
export interface RecordingWire {
  readonly client: RecordingClient;
  answered(request: number, answer: ShelfAnswer): void;
  /** The worker is gone: whatever was asked is answered. */
  giveUp(detail: string): void;
  /** A new worker has started: it is told what the last one knew. */
  restarted(): void;
}

/** `post` returns whether there is a worker to take the message. */
export function createRecordingWire(
  post: (message: ToRecordings) => boolean,
  nextRequest: () => number,
): RecordingWire {
  const asked = new Map<number, (answer: ShelfAnswer) => void>();
  let on = true;

  return {
    client: {
      record(next) {
        on = next;
        post({ type: 'record', on });
      },
      ask(question) {
        const request = nextRequest();
        return new Promise((settle) => {
          asked.set(request, settle);
          if (post({ type: 'shelf', request, question })) return;
          asked.delete(request);
          settle(gone('there is no worker'));
        });
      },
      replay: (control) => void post({ type: 'replay', control }),
    },
    answered(request, answer) {
      const settle = asked.get(request);
      asked.delete(request);
      settle?.(answer);
    },
    giveUp(detail) {
      const all = [...asked.values()];
      asked.clear();
      for (const settle of all) settle(gone(detail));
    },
    restarted() {
      if (!on) post({ type: 'record', on });
    },
  };
}

function gone(detail: string): ShelfAnswer {
  const fault: RecordingFault = { code: 'storage-failed', detail };
  return { kind: 'failed', fault };
}
