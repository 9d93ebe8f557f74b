import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/analysis/files/linesOf.ts';
import type { ImportProgress } from '../../../src/analysis/messages/fileMessages.ts';
import { fileBytes, guess } from '../../history/csv/importFile.ts';
import { createFileBench, importFile, lookAt } from '../fixtures/filePieces.ts';

const blob = (bytes: Uint8Array | string) => new Blob([bytes as BlobPart]);
const file = (name: string) => blob(fileBytes(name));

function rows(count: number): string {
  return `ms,a\n${Array.from({ length: count }, (_, i) => `${i * 10},${Math.sin(i)}\n`).join('')}`;
}

/** A file whose next piece never has to be waited for. */
function alwaysReady(piece: string, pieces: number): Blob {
  const bytes = new TextEncoder().encode(piece);
  const stream = () => {
    let left = pieces;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        left -= 1;
        controller.enqueue(bytes);
        if (left === 0) controller.close();
      },
    });
  };
  return Object.assign(new Blob([]), { stream });
}

describe('an imported file', () => {
  it('is judged like a board’s samples, at its own times', async () => {
    const bench = createFileBench();
    const progress = await importFile(bench, blob(rows(500)));
    expect(progress).toMatchObject({ ending: 'complete', counts: { rows: 500, leftOut: 0 } });
    expect(progress.bytesRead).toBe(progress.bytesTotal);
    expect(bench.last('channels').channels).toEqual([{ name: 'a', unit: '' }]);
    await bench.pass(100);
    expect(bench.last('fit').fit.weibull).not.toBeNull();
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 1000 });
    const view = bench.done('view');
    expect(view.extent).toEqual({
      fromMs: 1_700_000_000_000,
      toMs: 1_700_000_004_990,
      rawFromMs: null,
    });
    expect(view.gaps).toEqual([]);
  });

  it('has as many channels as are drawn, under whole names, and all of their digits', async () => {
    const names = Array.from({ length: 70 }, (_, i) => `Temperature of cell number ${i}`);
    const row = (n: number) => names.map((_, i) => `-${n}.${i}12345678901234e-290`).join();
    const wide = `${names.join()}\n${[1, 2, 3, 4, 5].map(row).join('\n')}\n`;
    const bench = createFileBench();
    const progress = await importFile(bench, blob(wide));
    expect(progress).toMatchObject({ ending: 'complete', counts: { rows: 5, leftOut: 0 } });
    expect(bench.last('channels').channels.map(({ name }) => name)).toEqual(names.slice(0, 64));
    await bench.pass(100);
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 1000 });
    expect(bench.done('view').extent).toMatchObject({ toMs: 1_700_000_000_400 });
  });

  it('can be cancelled though its bytes are always ready', async () => {
    const bench = createFileBench();
    const chosen = await lookAt(bench, blob(rows(50)));
    if (chosen.form === 'recording' || !chosen.look.ok) throw new Error('it is not read');
    const { plan } = chosen.look;
    const ready = alwaysReady(rows(20_000), 40);
    bench.send({ type: 'convert', request: 1, file: ready, name: 'a.csv', plan });
    setImmediate(() => bench.send({ type: 'cancel', request: 1 }));
    await expect.poll(() => bench.done('convert')).toBeNull();
  });

  it('shows a gap where lines were left out', async () => {
    const bench = createFileBench();
    await importFile(bench, file('some-broken.csv'));
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 1000 });
    expect(bench.done('view').gaps.map(({ lost }) => lost)).toEqual([4]);
    await bench.pass(1000);
    expect(bench.last('health').health).toMatchObject({ samples: 6, lost: 4 });
  });

  it('after another with the same columns is a recording of its own', async () => {
    const bench = createFileBench();
    await importFile(bench, file('firmware.log'), 1);
    await importFile(bench, file('firmware.log'), 2);
    await bench.pass(1000);
    expect(bench.last('health').health.samples).toBe(5);
  });

  it('has its dates by this computer’s clock, as it was on the day of the first row', async () => {
    const asked: number[] = [];
    const bench = createFileBench((dayMs) => {
      asked.push(dayMs);
      return 120;
    });
    const chosen = await lookAt(
      bench,
      blob('t,a\n,0\n2026-07-01 12:00:00,1\n2026-07-01 12:00:01,2\n'),
    );
    expect(chosen).toMatchObject({ look: { plan: { zoneMinutes: 120 } } });
    expect(asked).toContain(Date.UTC(2026, 6, 1, 12));
  });

  it('is a recording of ours where it begins as one, even a broken one', async () => {
    const bench = createFileBench();
    const recording = { form: 'recording' };
    expect(await lookAt(bench, blob('H,tidemark=9,broken'))).toEqual(recording);
    expect(await lookAt(bench, blob('H,tidemark'))).toMatchObject({ form: 'numbers' });
  });

  it('that the browser cannot read says so', async () => {
    const gone = blob('a\n1\n');
    Object.assign(gone, {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
    });
    expect(await lookAt(createFileBench(), gone)).toEqual({
      form: 'numbers',
      look: { ok: false, refusal: 'unreadable' },
    });
  });
});

describe('the lines of a file', () => {
  /** Far more than anybody would hold: made while it is read. */
  function endless(head: string, made: { bytes: number }): Blob {
    const chunk = new Uint8Array(2 ** 20).fill(0x31);
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
        pull(controller) {
          made.bytes += chunk.length;
          controller.enqueue(chunk);
        },
      });
    return Object.assign(new Blob([]), { stream });
  }

  async function drain(stream: ReadableStream<Uint8Array>): Promise<number> {
    let bytes = 0;
    for await (const chunk of stream) bytes += chunk.length;
    return bytes;
  }

  const options = {
    plan: guess(new TextEncoder().encode('a\n1\n2\n')).plan,
    name: 'a.csv',
    id: '1',
  };

  it('end early where no line ends any more; what was read is kept', async () => {
    const made = { bytes: 0 };
    let last: ImportProgress | null = null;
    const lines = linesOf(
      endless('a\n1\n2\n', made),
      options,
      new AbortController().signal,
      (progress) => {
        last = progress;
      },
    );
    expect(await drain(lines)).toBeGreaterThan(0);
    expect(made.bytes).toBeLessThan(20 * 2 ** 20);
    expect(last).toMatchObject({ ending: 'endless', counts: { rows: 3, leftOut: 1 } });
  });

  it('end when they are cancelled, by signal or by whoever reads them', async () => {
    const abort = new AbortController();
    const endings: (string | null)[] = [];
    const text = 'a\n'.padEnd(2 ** 20, '1\n');
    const lines = linesOf(blob(text.repeat(3)), options, abort.signal, ({ ending }) => {
      endings.push(ending);
      abort.abort();
    });
    await drain(lines);
    expect(endings.at(-1)).toBe('cancelled');

    const others = linesOf(blob(text), options, new AbortController().signal, ({ ending }) =>
      endings.push(ending),
    );
    const reader = others.getReader();
    await reader.read();
    await reader.cancel();
    expect(endings.at(-1)).toBe('cancelled');
  });

  it('are not made before they are asked for', async () => {
    const made = { bytes: 0 };
    const lines = linesOf(
      endless('a\n', made),
      options,
      new AbortController().signal,
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made.bytes).toBeLessThanOrEqual(2 ** 20);
    await lines.cancel();
  });
});
