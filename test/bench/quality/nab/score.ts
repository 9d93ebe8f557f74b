/**
 * The score of the Numenta Anomaly Benchmark, written from its published definition (A. Lavin and
 * S. Ahmad, "Evaluating Real-Time Anomaly Detection Algorithms", ICMLA 2015): a window of each
 * anomaly is worth the earliest detection in it, weighted by a sigmoid over the window; detections
 * elsewhere cost by how far behind a window they are.
 */

/** Places of the first and the last row. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** One file of the benchmark, as a detector has scored it. */
export interface ScoredFile {
  /** Of every row; larger is more anomalous. */
  readonly scores: ArrayLike<number>;
  readonly windows: readonly Window[];
}

/** The profile "standard": what a hit, a false alarm and a miss weigh. */
const HIT = 1;
const FALSE_ALARM = 0.11;
const MISS = 1;

/** Rows that a detector may learn from unjudged: this share of the file, but no more than of 5000. */
const PROBATION_SHARE = 0.15;
const PROBATION_ROWS = 5000;

/** Beyond so many window widths a false alarm costs in full. */
const FAR = 3;

export const probationRows = (rows: number): number =>
  Math.floor(PROBATION_SHARE * Math.min(rows, PROBATION_ROWS));

const sigmoid = (position: number): number =>
  position > FAR ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;

/** What a detection in a row is worth. */
interface RowWorth {
  readonly score: number;
  /** Which window of the corpus it is in; -1 = none. */
  readonly window: number;
  readonly worth: number;
}

export interface NabOutcome {
  /** 0 = finds nothing, 100 = all at once and nothing else. */
  readonly score: number;
  readonly threshold: number;
  readonly hits: number;
  readonly windows: number;
  /** Runs of rows that were detected outside any window count each row. */
  readonly falseAlarms: number;
}

/** The score with every row detected whose score reaches the threshold. */
export function scoreAt(files: readonly ScoredFile[], threshold: number): NabOutcome {
  return outcomeOf(files, [threshold]);
}

/** The best score that any one threshold for all files gives. */
export function sweptScore(files: readonly ScoredFile[]): NabOutcome {
  return outcomeOf(files, null);
}

function outcomeOf(files: readonly ScoredFile[], only: readonly number[] | null): NabOutcome {
  const windows = files.reduce((sum, file) => sum + file.windows.length, 0);
  const rows = rowsOf(files).sort((a, b) => b.score - a.score);
  const best = new Float64Array(windows).fill(Number.NaN);
  let hits = 0;
  let falseAlarms = 0;
  let raw = -MISS * windows;
  const outcome = (threshold: number): NabOutcome => ({
    score: (100 * (raw + MISS * windows)) / (HIT * windows + MISS * windows),
    threshold,
    hits,
    windows,
    falseAlarms,
  });
  let top = outcome(Number.POSITIVE_INFINITY);
  for (const [i, { score, window, worth }] of rows.entries()) {
    if (only && score < (only[0] ?? 0)) break;
    if (window < 0) {
      falseAlarms += 1;
      raw += worth;
    } else {
      const known = best[window] ?? Number.NaN;
      if (Number.isNaN(known)) {
        hits += 1;
        raw += MISS + worth;
        best[window] = worth;
      } else if (worth > known) {
        raw += worth - known;
        best[window] = worth;
      }
    }
    const complete = rows[i + 1]?.score !== score;
    if (complete && (only || outcome(score).score > top.score)) top = outcome(score);
  }
  return top;
}

/** All rows that count. */
function rowsOf(files: readonly ScoredFile[]): RowWorth[] {
  const rows: RowWorth[] = [];
  let before = 0;
  for (const { scores, windows } of files) {
    for (let i = probationRows(scores.length); i < scores.length; i++) {
      const inside = windows.findIndex(({ first, last }) => i >= first && i <= last);
      rows.push({
        score: scores[i] ?? 0,
        window: inside < 0 ? -1 : before + inside,
        worth: inside < 0 ? outsideWorth(windows, i) : insideWorth(windows[inside], i),
      });
    }
    before += windows.length;
  }
  return rows;
}

function insideWorth(window: Window | undefined, row: number): number {
  if (!window) return 0;
  const width = window.last - window.first + 1;
  const position = -(window.last - row + 1) / width;
  return (HIT * sigmoid(position)) / sigmoid(-1);
}

function outsideWorth(windows: readonly Window[], row: number): number {
  const passed = windows.findLast(({ last }) => last < row);
  if (!passed) return -FALSE_ALARM;
  return FALSE_ALARM * sigmoid((row - passed.last) / (passed.last - passed.first));
}
