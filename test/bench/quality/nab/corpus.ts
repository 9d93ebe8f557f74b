/** The files of the Numenta Anomaly Benchmark, from a folder that holds its `data` and `labels`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoredFile, Window } from './score.ts';

export interface NabFile {
  readonly name: string;
  readonly values: Float64Array;
  readonly windows: readonly Window[];
}

/** Throws when the folder is none of the benchmark's. */
export function readCorpus(directory: string): NabFile[] {
  const labels = JSON.parse(
    readFileSync(join(directory, 'labels', 'combined_windows.json'), 'utf8'),
  ) as Record<string, readonly (readonly [string, string])[]>;
  return readdirSync(join(directory, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) =>
      readdirSync(join(directory, 'data', folder))
        .filter((file) => file.endsWith('.csv'))
        .map((file) => readFile(directory, `${folder}/${file}`, labels)),
    );
}

function readFile(
  directory: string,
  name: string,
  labels: Record<string, readonly (readonly [string, string])[]>,
): NabFile {
  const rows = readFileSync(join(directory, 'data', name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const times = rows.map((row) => row.split(',')[0] ?? '');
  const place = (label: string): number => {
    const found = times.indexOf(label.slice(0, times[0]?.length));
    if (found < 0) throw new Error(`${name}: no row at ${label}`);
    return found;
  };
  return {
    name,
    values: Float64Array.from(rows, (row) => Number(row.split(',')[1])),
    windows: (labels[name] ?? []).map(([from, to]) => ({
      first: place(from),
      last: times.lastIndexOf(to.slice(0, times[0]?.length)),
    })),
  };
}

/** What the benchmark's own `results` say of a detector's scores. */
export function publishedScores(
  directory: string,
  corpus: readonly NabFile[],
  detector: string,
): ScoredFile[] {
  return corpus.map(({ name, windows }) => {
    const [folder = '', file = ''] = name.split('/');
    const path = join(directory, 'results', detector, folder, `${detector}_${file}`);
    const [heading = '', ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
    const column = heading.split(',').indexOf('anomaly_score');
    return { windows, scores: rows.map((row) => Number(row.split(',')[column])) };
  });
}
