import { describe, expect, it } from 'vitest';
import type { RunningExport } from '../../../src/analysis/client/fileCalls.ts';
import type { ExportPiece } from '../../../src/analysis/messages/fileMessages.ts';
import { createExportStore } from '../../../src/state/exportStore.ts';
import { exportSamples } from '../../../src/ui/export/exportSamples.ts';
import { exportWords } from '../../../src/ui/export/exportWords.ts';
import { type FileSink, memorySink } from '../../../src/ui/export/fileSink.ts';

const PIECES = ['a\r\n', '1\r\n', '2\r\n'];

/** An export of three pieces; counts what is asked for and whether it was given up. */
function threePieces(): RunningExport & { asked: number; cancelled: boolean } {
  const running = {
    asked: 0,
    cancelled: false,
    async next(): Promise<{ kind: 'done'; result: ExportPiece }> {
      const at = running.asked;
      running.asked += 1;
      const bytes = new TextEncoder().encode(PIECES[at]);
      const last = at === PIECES.length - 1;
      const result = { bytes, samples: at, share: at / 2, missesOlder: false, last };
      return { kind: 'done', result };
    },
    cancel() {
      running.cancelled = true;
    },
  };
  return running;
}

/** A file whose text can be seen, and which is full after some bytes. */
function file(roomBytes = 1e6): FileSink & { text: string; state: string } {
  const sink = {
    text: '',
    state: 'open',
    async write(bytes: Uint8Array) {
      if (sink.text.length + bytes.length > roomBytes) throw new DOMException('no room', 'Quota');
      sink.text += new TextDecoder().decode(bytes);
    },
    async finish() {
      sink.state = 'whole';
    },
    async abort() {
      sink.state = 'gone';
    },
  };
  return sink;
}

const never = () => new AbortController().signal;
const ignore = () => undefined;

describe('an export', () => {
  it('is written piece by piece, and says how far it is', async () => {
    const sink = file();
    const shares: number[] = [];
    const outcome = await exportSamples(threePieces(), sink, never(), (share) =>
      shares.push(share),
    );
    expect(outcome).toEqual({ kind: 'written', samples: 2, missesOlder: false });
    expect([sink.text, sink.state]).toEqual([PIECES.join(''), 'whole']);
    expect(shares).toEqual([0, 0.5, 1]);
  });

  it('that is cancelled leaves nothing, and the worker stops', async () => {
    const abort = new AbortController();
    const running = threePieces();
    const sink = file();
    const outcome = await exportSamples(running, sink, abort.signal, () => abort.abort());
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect([sink.state, running.cancelled, running.asked]).toEqual(['gone', true, 2]);
  });

  it('to a full disk says so', async () => {
    const running = threePieces();
    const sink = file(4);
    const outcome = await exportSamples(running, sink, never(), ignore);
    expect(outcome).toEqual({ kind: 'failed', detail: 'no room' });
    expect([sink.state, running.cancelled]).toEqual(['gone', true]);
  });

  it('whose recording cannot be read any more says so, and leaves nothing', async () => {
    const sink = file();
    const { next, cancel } = threePieces();
    let pieces = 0;
    const fault = { code: 'unreadable', detail: 'gone' } as const;
    const running: RunningExport = {
      next: async () => (pieces++ < 2 ? next() : { kind: 'failed', fault }),
      cancel,
    };
    const outcome = await exportSamples(running, sink, never(), ignore);
    expect(outcome).toEqual({ kind: 'failed', detail: 'gone' });
    expect(sink.state).toBe('gone');
  });

  it('that misses older samples says what to do', () => {
    const outcome = { kind: 'written', samples: 3, missesOlder: true } as const;
    expect(exportWords({ name: 'a.csv', share: 1, outcome })).toBe(
      'Wrote a.csv: 3 samples. Older ones were given up: the memory was full. If they were recorded, open that session and export it.',
    );
  });

  it('without samples writes no file', async () => {
    const sink = file();
    const nothing = { kind: 'done', result: null } as const;
    const running = { next: async () => nothing, cancel: ignore };
    expect(await exportSamples(running, sink, never(), ignore)).toEqual({ kind: 'nothing' });
    expect(sink.state).toBe('gone');
  });

  it('in memory is handed over whole, or not at all when it is too large', async () => {
    const handed: Blob[] = [];
    const keep = (_: string, blob: Blob) => handed.push(blob);
    await exportSamples(threePieces(), memorySink('a.csv', 100, keep), never(), ignore);
    expect(await handed[0]?.text()).toBe(PIECES.join(''));
    const outcome = await exportSamples(
      threePieces(),
      memorySink('a.csv', 5, keep),
      never(),
      ignore,
    );
    expect(outcome).toMatchObject({ kind: 'too-large' });
    expect(handed).toHaveLength(1);
  });

  it('begun while another is under way stops that one first', async () => {
    const store = createExportStore();
    const ended: string[] = [];
    const first = store.getState().run(
      'one.csv',
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            ended.push('one');
            resolve({ kind: 'cancelled' });
          });
        }),
    );
    await new Promise((resolve) => setTimeout(resolve, 0));
    await store.getState().run('two.csv', async () => {
      ended.push('two');
      return { kind: 'written', samples: 3, missesOlder: false };
    });
    await first;
    expect(ended).toEqual(['one', 'two']);
    const { file: written } = store.getState();
    expect(written && exportWords(written)).toBe('Wrote two.csv: 3 samples.');
  });
});
