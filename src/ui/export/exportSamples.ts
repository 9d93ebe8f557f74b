/** Pulls an export from the worker into a file: the next piece is made while one is written. */
import type { RunningExport } from '../../analysis/client/fileCalls.ts';
import type { Fault } from '../../board/fault.ts';
import type { ExportOutcome } from '../../state/exportStore.ts';
import { faultWords } from '../faultWords.ts';
import { type FileSink, MEMORY_LIMIT_BYTES, TooLargeError } from './fileSink.ts';

export async function exportSamples(
  running: RunningExport,
  sink: FileSink,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<ExportOutcome> {
  try {
    let asked = running.next();
    for (;;) {
      const end = await asked;
      if (end.kind === 'failed') {
        await sink.abort();
        return { kind: 'failed', detail: detailOf(end.fault) };
      }
      const piece = end.result;
      if (!piece) {
        await sink.abort();
        return { kind: 'nothing' };
      }
      if (signal.aborted) {
        running.cancel();
        await sink.abort();
        return { kind: 'cancelled' };
      }
      if (!piece.last) asked = running.next();
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

/** What the machine said, or else what it means. */
function detailOf({ code, detail }: Fault): string {
  return detail || (faultWords(code)?.title ?? '');
}
