/** Imports a file into an engine, and exports it again, through messages alone. */
import type { ExportRange, FileLook, FromFiles } from '../../src/analysis/messages/fileMessages.ts';
import type { Bench } from './bench.ts';
import { NO_FOLDER } from './diskFolder.ts';
import { AT_ONCE, replayBench } from './replayBed.ts';

const WISHES = { choice: {}, startMs: 1_700_000_000_000, zoneMinutes: 0, periodMs: 100 };

/** An engine that can open recordings and nothing else. */
export function createFileBench(): Bench {
  return replayBench(NO_FOLDER);
}

type Answer<Type extends FromFiles['type']> = Extract<FromFiles, { type: Type }>;

function answers<Type extends FromFiles['type']>(bench: Bench, type: Type): Answer<Type>[] {
  return bench
    .all('files')
    .map(({ message }) => message)
    .filter((message): message is Answer<Type> => message.type === type);
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

export async function lookAt(bench: Bench, file: Blob): Promise<FileLook> {
  const request = answers(bench, 'look').length + 1;
  bench.send({ type: 'files', message: { type: 'look', request, file, wishes: WISHES } });
  const answer = await until(bench, () =>
    answers(bench, 'look').find((a) => a.request === request),
  );
  return answer.look;
}

/** Imports a file as it is guessed to be; the last that was said of its progress. */
export async function importFile(bench: Bench, file: Blob, session = 1) {
  const request = 500 + session;
  const look = await lookAt(bench, file);
  if (!look.ok) throw new Error(`refused: ${look.refusal}`);
  const { plan } = look;
  bench.send({ type: 'files', message: { type: 'convert', request, file, name: 'a.csv', plan } });
  const { progress } = await until(bench, () =>
    answers(bench, 'progress').find((a) => a.request === request && a.progress.ending !== null),
  );
  const { recording } = await until(bench, () =>
    answers(bench, 'converted').find((a) => a.request === request),
  );
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
  const request = 1000 + answers(bench, 'piece').length;
  const decoder = new TextDecoder();
  let text = '';
  let pieces = 0;
  let message: Parameters<Bench['send']>[0] = {
    type: 'files',
    message: { type: 'export', request, range },
  };
  for (;;) {
    const before = answers(bench, 'piece').length;
    bench.send(message);
    const { piece } = await until(bench, () => answers(bench, 'piece')[before]);
    if (!piece) throw new Error('there was nothing to export');
    pieces += 1;
    text += decoder.decode(piece.bytes);
    if (piece.last) return { text, pieces, missesOlder: piece.missesOlder };
    message = { type: 'files', message: { type: 'pull', request } };
  }
}
