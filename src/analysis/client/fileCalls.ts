/** Calls about files: looks, conversions to recordings, exports piece by piece. */

import type { ExportedEvents } from '../messages/calls.ts';
import type {
  ChosenFile,
  ExportRange,
  ImportPlan,
  ImportProgress,
  LookWishes,
} from '../messages/fileMessages.ts';
import type { CallEnd, OpenCall, OpenCalls } from './openCalls.ts';

export interface RunningExport {
  /** The next piece, or null when there is none. One at a time. Never rejects. */
  next(): Promise<CallEnd<'export-samples'>>;
  cancel(): void;
}

export interface RunningConversion {
  /** The recording, or null when it was cancelled or holds no row. Never rejects. */
  readonly end: Promise<CallEnd<'convert'>>;
  cancel(): void;
}

export interface FileCalls {
  /** Never rejects: a worker that dies makes the file unreadable. */
  look(file: Blob, wishes: LookWishes): Promise<ChosenFile>;
  exportSamples(range: ExportRange): RunningExport;
  /** Every event that is kept, as CSV. Never rejects. */
  exportEvents(what: ExportedEvents): Promise<CallEnd<'export-events'>>;
  /** Makes a recording of a file of numbers. */
  convert(
    file: Blob,
    name: string,
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
  ): RunningConversion;
}

export function createFileCalls(calls: OpenCalls): FileCalls {
  return {
    async look(file, wishes) {
      const end = await calls.ask('look', { file, wishes }).end;
      if (end.kind === 'done') return end.result;
      return { form: 'numbers', look: { ok: false, refusal: 'unreadable' } };
    },
    exportSamples(range) {
      let running: OpenCall<'export-samples'> | null = null;
      let ended: CallEnd<'export-samples'> | null = null;
      /** Who waits for the piece that is on its way. */
      let deliver: (end: CallEnd<'export-samples'>) => void = () => undefined;

      function begin(): OpenCall<'export-samples'> {
        const begun = calls.ask('export-samples', { range }, (piece) =>
          deliver({ kind: 'done', result: piece }),
        );
        void begun.end.then((end) => {
          ended = end;
          deliver(end);
        });
        return begun;
      }

      return {
        next: () =>
          new Promise((settle) => {
            deliver = settle;
            if (ended) settle(ended);
            else if (running) running.goOn();
            else running = begin();
          }),
        cancel: () => running?.cancel(),
      };
    },
    exportEvents: (what) => calls.ask('export-events', what).end,
    convert: (file, name, plan, onProgress) =>
      calls.ask('convert', { file, name, plan }, onProgress),
  };
}
