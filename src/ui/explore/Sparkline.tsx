import type { ReactNode } from 'react';
import type { ExperimentRow } from '../../analysis/messages/studyMessages.ts';
import type { Mark } from '../../analysis/messages/viewMessages.ts';
import styles from './explore.module.css';
import { EXPERIMENT_WORDS } from './exploreWords.ts';

/** Also the width that the worker is asked to draw for, in CSS pixels. */
export const SPARKLINE_WIDTH = 130;
const HEIGHT = 28;
/** Room above the signal for the alarms' flags. */
const FLAG_ROOM = 9;

/** A small multiple: the signal with what one experiment flagged. */
export function Sparkline({ row }: { readonly row: ExperimentRow }): ReactNode {
  const { name, tally } = row;
  const words = EXPERIMENT_WORDS.spark(EXPERIMENT_WORDS.named(name), tally.outliers, tally.alarms);
  const place = placer(row);
  return (
    <svg
      className={styles.sparkline}
      width={SPARKLINE_WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${SPARKLINE_WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words}
    >
      <path d={linePath(row, place)} fill="none" stroke="var(--plot-signal-0)" />
      <path d={discPath(row.marks, place)} fill="var(--plot-browser)" />
      <path d={flagPath(row.marks, place)} fill="var(--plot-alarm)" stroke="var(--plot-alarm)" />
    </svg>
  );
}

type Place = (timeMs: number, value: number) => readonly [x: number, y: number];

/** Outliers as discs; of those that fall on the same pixel one is enough. */
function discPath(marks: readonly Mark[], place: Place): string {
  const discs = new Set(
    marks.map(({ timeMs, value }) => place(timeMs, value).map(Math.round).join(' ')),
  );
  return [...discs].map((centre) => `M${centre}m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0`).join('');
}

function flagPath(marks: readonly Mark[], place: Place): string {
  const alarms = marks.filter((mark) => mark.alarms > 0);
  const poles = new Set(alarms.map(({ timeMs, value }) => Math.round(place(timeMs, value)[0])));
  return [...poles].map((x) => `M${x} 9V1l6 2.5-6 2.5`).join('');
}

function placer({ time, value, marks }: ExperimentRow): Place {
  const values = [...value, ...marks.map((mark) => mark.value)].filter(Number.isFinite);
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const span = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - low;
  const from = (time[0] ?? 0) * 1000;
  const length = (time.at(-1) ?? 0) * 1000 - from;
  return (timeMs, v) => [
    round(2 + ((timeMs - from) / (length || 1)) * (SPARKLINE_WIDTH - 4)),
    round(HEIGHT - 3 - (span > 0 ? (v - low) / span : 0.5) * (HEIGHT - 3 - FLAG_ROOM)),
  ];
}

function linePath({ time, value }: ExperimentRow, place: Place): string {
  let path = '';
  let drawing = false;
  for (const [i, v] of value.entries()) {
    if (Number.isFinite(v)) {
      const [x, y] = place((time[i] ?? 0) * 1000, v);
      path += `${drawing ? 'L' : 'M'}${x} ${y}`;
    }
    drawing = Number.isFinite(v);
  }
  return path;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
