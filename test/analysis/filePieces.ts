/** Imports a file into an engine, and exports it again, through messages alone. */
import type { ZoneMinutesOn } from '../../src/analysis/files/fileDesk.ts';
import type { ChosenFile, ExportRange } from '../../src/analysis/messages/fileMessages.ts';
import type { Bench } from './bench.ts';
import { NO_FOLDER } from './diskFolder.ts';
import { AT_ONCE, replayBench } from './replayBed.ts';

const WISHES = { choice: {}, startMs: 1_700_000_000_000, periodMs: 100 };

/** An engine that can open recordings and nothing else. */
export function createFileBench(zoneMinutesOn: ZoneMinutesOn = () => 0): Bench {
  return replayBench(NO_FOLDER, zoneMinutesOn);
}

/** Waits for something that the engine says on its own time. */
async function until<T>(bench: Bench, look: () => T | undefined): Promise<T> {
  for (let turns = 0; turns < 5000; turns++) {
    const found = look();
    if (found !== undefined) return found;
    await bench.settle();
  }
  throw new Error('the engine never said so');
}

export async function lookAt(bench: Bench, file: Blob): Promise<ChosenFile> {
  const request = bench.answers('look').length + 1;
  bench.send({ type: 'look', request, file, wishes: WISHES });
  await until(bench, () => bench.answers('look').find((answer) => answer.request === request));
  return bench.done('look');
}

/** Imports a file as it is guessed to be; the last that was said of its progress. */
export async function importFile(bench: Bench, file: Blob, session = 1) {
  const request = 500 + session;
  const chosen = await lookAt(bench, file);
  if (chosen.form === 'recording') throw new Error('it is a recording');
  if (!chosen.look.ok) throw new Error(`refused: ${chosen.look.refusal}`);
  const { plan } = chosen.look;
  bench.send({ type: 'convert', request, file, name: 'a.csv', plan });
  const heard = () => bench.answers('convert').filter((answer) => answer.request === request);
  const recording = await until(bench, () => {
    const end = heard().find(({ type }) => type === 'done');
    return end?.type === 'done' ? end.result : undefined;
  });
  const last = heard().findLast(({ type }) => type === 'progress');
  if (last?.type !== 'progress') throw new Error('nothing was said of its progress');
  const { progress } = last;
  if (!recording) return progress;
  const source = { kind: 'replay', recording, title: 'a.csv', start: AT_ONCE } as const;
  bench.send({ type: 'open', session, source });
  await until(bench, () => {
    bench.engine.tick();
    const [played] = bench
      .all('replay')
      .filter((message) => message.session === session)
      .slice(-1);
    return played?.replay.ended ? true : undefined;
  });
  return progress;
}

/** The text of an export, as the page would write it to a file. */
export async function exportCsv(
  bench: Bench,
  range: ExportRange = { kind: 'all' },
): Promise<{ readonly text: string; readonly pieces: number; readonly missesOlder: boolean }> {
  const request = 1000 + bench.answers('export-samples').length;
  const decoder = new TextDecoder();
  let text = '';
  let pieces = 0;
  bench.send({ type: 'export-samples', request, range });
  for (;;) {
    const answer = await until(
      bench,
      () => bench.answers('export-samples').filter((each) => each.request === request)[pieces],
    );
    if (answer.type === 'failed') throw new Error(answer.fault.detail);
    const piece = answer.type === 'done' ? answer.result : answer.progress;
    if (!piece) throw new Error('there was nothing to export');
    pieces += 1;
    text += decoder.decode(piece.bytes);
    if (answer.type === 'done') return { text, pieces, missesOlder: piece.missesOlder };
    bench.send({ type: 'go-on', request });
  }
}
