/** The page's side of recordings: questions about the stored ones, and the replay's controls. */
import type { ReplayControl } from '../../board/replayControl.ts';
import type {
  StoredAnswer,
  StoredProgress,
  StoredQuestion,
} from '../messages/recordingMessages.ts';
import type { OpenCalls } from './openCalls.ts';
import type { WorkerLine } from './workerLine.ts';

export interface RecordingCalls {
  /** Switches recording on or off. */
  record(on: boolean): void;
  /** Never rejects: a worker that dies answers with `storage-failed`. */
  ask(
    question: StoredQuestion,
    onProgress?: (sessions: StoredProgress) => void,
  ): Promise<StoredAnswer>;
  replay(control: ReplayControl): void;
}

export interface RecordingWishes {
  readonly calls: RecordingCalls;
  /** A new worker has started: it is told what the last one knew. */
  restarted(): void;
}

export function createRecordingCalls(line: WorkerLine, calls: OpenCalls): RecordingWishes {
  let on = true;
  return {
    calls: {
      record(next) {
        on = next;
        line.post({ type: 'record', on });
      },
      async ask(question, onProgress) {
        const end = await calls.ask('stored-recordings', { question }, onProgress).end;
        if (end.kind === 'done') return end.result;
        return { kind: 'failed', fault: { code: 'storage-failed', detail: end.fault.detail } };
      },
      replay: (control) => line.post({ type: 'replay', control }),
    },
    restarted() {
      if (!on) line.post({ type: 'record', on });
    },
  };
}
