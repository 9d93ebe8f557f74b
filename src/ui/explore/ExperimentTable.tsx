import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ExperimentRow } from '../../analysis/messages/studyMessages.ts';
import { NUMERIC_PARAMETERS } from '../../detector/parameters.ts';
import { formatClock, formatCount, formatParameter, formatPercent, withUnit } from '../format.ts';
import { formatScore } from '../scoreWords.ts';
import { TERMS } from '../terms.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { Sparkline } from './Sparkline.tsx';

/** Results first: on a narrow screen they are what is seen. */
const RESULTS = [
  ['Exp.', 'One of six known parameter sets; they are in the list of presets, too'],
  ['Signal and flags', 'Disc: outlier; flag: alarm'],
  ['Judged', 'Samples after the first fit; before it nothing can be flagged'],
  ['Outliers', TERMS.outlier],
  ['Alarms', TERMS.alarm],
  ['Collective', TERMS.collective],
  ['Flagged', 'Outliers per sample judged'],
  ['First flag', 'When the first sample was flagged'],
  ['Precision', 'Share of the flags that lie in a label'],
  ['Recall', 'Share of the labels with a flag'],
  ['F1', 'Harmonic mean of precision and recall'],
] as const;

const SETTINGS = ['gamma', 'delta', 'maxima', 'outliers', 'meanGap', 'period'] as const;

/** One row per experiment; scrolls inside its panel where it is wider. */
export function ExperimentTable({ rows }: { readonly rows: readonly ExperimentRow[] }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} aria-label="Experiments compared" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {RESULTS.map(([word, title]) => (
              <th key={word} scope="col" title={title}>
                {word}
              </th>
            ))}
            {SETTINGS.map((name) => (
              <th key={name} scope="col" title={settingWords(name)}>
                {NUMERIC_PARAMETERS[name].symbol}
              </th>
            ))}
            <th scope="col" className={styles.use}>
              Use
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </tbody>
      </table>
      {[judgedWords(rows), ...remarks(rows)].map((remark) => (
        <p key={remark} className={styles.note}>
          {remark}
        </p>
      ))}
    </section>
  );
}

function Row({ row }: { readonly row: ExperimentRow }): ReactNode {
  const edit = useTuning((state) => state.edit);
  const { parameters, samples, learning, tally, scores } = row;
  // Where nothing was judged a zero would say that nothing was found.
  const judged = samples - learning;
  const found = (words: string): string => (judged > 0 ? words : '–');
  return (
    <tr>
      <th scope="row">
        <VisuallyHidden>Experiment </VisuallyHidden>
        {numberOf(row.name)}
      </th>
      <td>
        <Sparkline row={row} />
      </td>
      <td title={`${judged} of ${samples} samples; ${learning} went by before the first fit`}>
        {judged > 0 ? judgedShare(judged, samples) : 'still learning'}
      </td>
      <td>{found(formatCount(tally.outliers))}</td>
      <td title={causeWords(row)}>{found(formatCount(tally.alarms))}</td>
      <td>{found(formatCount(tally.collective))}</td>
      <td title={`${row.shareFlagged} of ${judged} samples`}>
        {found(formatPercent(row.shareFlagged))}
      </td>
      <td>{row.firstFlagMs === null ? '–' : formatClock(row.firstFlagMs)}</td>
      <td title={exactly(scores?.precision)}>{formatScore(scores?.precision ?? null)}</td>
      <td title={exactly(scores?.recall)}>{formatScore(scores?.recall ?? null)}</td>
      <td title={exactly(scores?.f1)}>{formatScore(scores?.f1 ?? null)}</td>
      {SETTINGS.map((name) => (
        <td key={name}>{formatParameter(parameters[name])}</td>
      ))}
      <td className={styles.use}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Use these: ${row.name}`}
          title="Put these parameters into the editing column; Undo takes it back"
          onClick={() => edit(parameters)}
        >
          Use these
        </Button>
      </td>
    </tr>
  );
}

/** `all`, or how much of it: `1 808 of 2 000`. */
function judgedShare(judged: number, samples: number): string {
  return judged === samples ? 'all' : `${formatCount(judged)} of ${formatCount(samples)}`;
}

function settingWords(name: (typeof SETTINGS)[number]): string {
  const { label, unit } = NUMERIC_PARAMETERS[name];
  return withUnit(label, unit === '' ? '' : `(${unit})`);
}

function causeWords({ causes }: ExperimentRow): string {
  return `${causes.level} by level, ${causes.drift} by drift, ${causes.rhythm} by rhythm`;
}

const numberOf = (name: string) => name.replace('Experiment ', '');

function exactly(score: number | undefined): string {
  return score === undefined ? 'No true anomaly is labelled on this channel' : String(score);
}

/** What all rows are about. */
function judgedWords(rows: readonly ExperimentRow[]): string {
  const samples = Math.max(0, ...rows.map((row) => row.samples));
  return `Each judges all ${formatCount(samples)} samples in memory, at the rate they came: R of a preset changes nothing here. Until its first fit it flags none.`;
}

/** What must be known of some rows, each remark once with the rows that it is about. */
function remarks(rows: readonly ExperimentRow[]): readonly string[] {
  const about = new Map<string, string[]>();
  for (const row of rows) {
    const remark = tooShortWords(row);
    if (remark) about.set(remark, [...(about.get(remark) ?? []), row.name]);
  }
  return [...about].map(
    ([remark, names]) =>
      `${names.length > 1 ? 'Experiments' : 'Experiment'} ${names.map(numberOf).join(', ')}: ${remark}.`,
  );
}

/** The first block settles the moments, the next N give the first fit. */
function tooShortWords({ samples, parameters }: ExperimentRow): string | null {
  const needed = (parameters.maxima + 1) * parameters.block;
  if (samples > needed) return null;
  return `learns for ${formatCount(needed)} samples, and there are ${formatCount(samples)}: nothing can be flagged yet`;
}
