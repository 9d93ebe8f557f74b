/** Pulls an export from the worker into a file: the next piece is made while one is written. */
import type { RunningExport } from '../../analysis/client/fileClient.ts';
import type { ExportOutcome } from '../../state/exportStore.ts';
import { type FileSink, MEMORY_LIMIT_BYTES, TooLargeError } from './fileSink.ts';

export async function exportSamples(
  running: RunningExport,
  sink: FileSink,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<ExportOutcome> {
  const ask = () => {
    const asked = running.next();
    // Should this one not be written, nobody waits for the next.
    asked.catch(() => undefined);
    return asked;
  };
  try {
    let asked = ask();
    for (;;) {
      const piece = await asked;
      if (!piece) {
        await sink.abort();
        return { kind: 'nothing' };
      }
      if (signal.aborted) {
        running.cancel();
        await sink.abort();
        return { kind: 'cancelled' };
      }
      if (!piece.last) asked = ask();
      if (piece.bytes.length > 0) await sink.write(piece.bytes);
      onShare(piece.share);
      if (!piece.last) continue;
      await sink.finish();
      return { kind: 'written', samples: piece.samples, missesOlder: piece.missesOlder };
    }
  } catch (error) {
    running.cancel();
    // It has failed already: what matters is why.
    await sink.abort().catch(() => undefined);
    if (error instanceof TooLargeError)
      return { kind: 'too-large', limitBytes: MEMORY_LIMIT_BYTES };
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
