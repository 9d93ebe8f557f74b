/** Reads a file as the importer does, and what comes out as the engine does. */
import { readFileSync } from 'node:fs';
import { createLineConverter } from '../../../src/history/csv/convertFile.ts';
import type {
  FileLook,
  ImportCounts,
  ImportPlan,
  LookSurroundings,
} from '../../../src/history/csv/importPlan.ts';
import { HEAD_BYTES, lookAtFile } from '../../../src/history/csv/lookAtFile.ts';
import { createSampleLine, readFirmwareLine } from '../../../src/protocol/firmwareLine.ts';
import type { Hello } from '../../../src/protocol/firmwareMessages.ts';

export const START_MS = 1_700_000_000_000;

export const fileBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../vectors/import/${name}`, import.meta.url)));

export function look(bytes: Uint8Array, choice: LookSurroundings['choice'] = {}): FileLook {
  return lookAtFile(bytes.subarray(0, HEAD_BYTES), {
    truncated: bytes.length > HEAD_BYTES,
    choice,
    startMs: START_MS,
    zoneMinutes: 0,
    periodMs: 100,
  });
}

/** The best guess; fails the test when the file is refused. */
export function guess(bytes: Uint8Array): Extract<FileLook, { ok: true }> {
  const seen = look(bytes);
  if (!seen.ok) throw new Error(`refused: ${seen.refusal}`);
  return seen;
}

export interface ReadSample {
  readonly seq: number;
  /** Arrival that was told last. */
  readonly toldMs: number;
  readonly boardMs: number;
  readonly values: readonly number[];
}

export interface Converted {
  readonly text: string;
  readonly hello: Hello | null;
  readonly samples: readonly ReadSample[];
  readonly counts: ImportCounts;
}

/** Converts in chunks of `chunkBytes`. Every line that comes out must be a whole, checked one. */
export function convert(bytes: Uint8Array, plan: ImportPlan, chunkBytes = 64): Converted {
  const decoder = new TextDecoder();
  let text = '';
  const identity = { name: 'a file.csv', id: '1' };
  const converter = createLineConverter(plan, identity, (lines) => {
    text += decoder.decode(lines);
  });
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    converter.push(bytes.subarray(at, at + chunkBytes));
  }
  converter.end();
  const sample = createSampleLine();
  const samples: ReadSample[] = [];
  let hello: Hello | null = null;
  let toldMs = Number.NaN;
  for (const line of text.split('\n').slice(0, -1)) {
    const coded = new TextEncoder().encode(line);
    const reading = readFirmwareLine(coded, 0, coded.length, sample);
    if (reading === 'sample') {
      const { seq, timeMs: boardMs, count } = sample;
      samples.push({ seq, toldMs, boardMs, values: [...sample.values.subarray(0, count)] });
    } else if (typeof reading === 'object') {
      if (reading.type === 'hello') hello = reading.hello;
    } else if (line.startsWith('T,')) {
      toldMs = Number(line.slice(2, -3));
    }
  }
  return { text, hello, samples, counts: converter.counts() };
}

export const importGuessed = (bytes: Uint8Array): Converted => convert(bytes, guess(bytes).plan);
