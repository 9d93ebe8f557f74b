/** The page's side of recordings: questions about the stored sessions, and the replay's controls. */
import type { Fault } from '../../board/fault.ts';
import type { ReplayControl } from '../../board/replayControl.ts';
import type { RecordingFault, ShelfAnswer, ShelfQuestion } from '../messages/recordingMessages.ts';
import { createQuestions } from './questions.ts';
import type { WorkerLine } from './workerLine.ts';

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
  giveUp(fault: Fault): void;
  /** A new worker has started: it is told what the last one knew. */
  restarted(): void;
}

export function createRecordingWire(line: WorkerLine): RecordingWire {
  const shelf = createQuestions<ShelfAnswer>(line, ({ detail }) => gone(detail));
  let on = true;

  return {
    client: {
      record(next) {
        on = next;
        line.post({ type: 'record', on });
      },
      ask(question) {
        if (line.death()) return Promise.resolve(gone('there is no worker'));
        return shelf.ask((request) => ({ type: 'shelf', request, question }));
      },
      replay: (control) => line.post({ type: 'replay', control }),
    },
    answered: shelf.answered,
    giveUp: shelf.fail,
    restarted() {
      if (!on) line.post({ type: 'record', on });
    },
  };
}

function gone(detail: string): ShelfAnswer {
  const fault: RecordingFault = { code: 'storage-failed', detail };
  return { kind: 'failed', fault };
}
