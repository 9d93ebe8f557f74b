import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ExperimentRow } from '../../analysis/messages/studyMessages.ts';
import { differingParameters, NUMERIC_PARAMETERS } from '../../detector/parameters.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import {
  formatClock,
  formatCount,
  formatExact,
  formatParameter,
  formatPercent,
  withUnit,
} from '../format.ts';
import { PARAMETER_WORDS } from '../parameterWords.ts';
import { formatScore } from '../scoreWords.ts';
import { TERMS } from '../terms.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { EXPERIMENT_WORDS, RESULT_WORDS, USE_WORDS } from './exploreWords.ts';
import { Sparkline } from './Sparkline.tsx';

/** Results first: on a narrow screen they are what is seen. */
const results = () =>
  [
    [RESULT_WORDS.experiment, RESULT_WORDS.experimentHint],
    [RESULT_WORDS.signal, RESULT_WORDS.signalHint],
    [RESULT_WORDS.judged, RESULT_WORDS.judgedHint],
    [RESULT_WORDS.outliers, TERMS.outlier],
    [RESULT_WORDS.alarms, TERMS.alarm],
    [RESULT_WORDS.collective, TERMS.collective],
    [RESULT_WORDS.flagged, RESULT_WORDS.flaggedHint],
    [RESULT_WORDS.firstFlag, RESULT_WORDS.firstFlagHint],
    [RESULT_WORDS.precision, RESULT_WORDS.precisionHint],
    [RESULT_WORDS.recall, RESULT_WORDS.recallHint],
    ['F1', RESULT_WORDS.f1Hint],
  ] as const;

const SETTINGS = ['gamma', 'delta', 'maxima', 'outliers', 'meanGap', 'period'] as const;

/** One row per experiment; scrolls inside its panel where it is wider. */
export function ExperimentTable({ rows }: { readonly rows: readonly ExperimentRow[] }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} aria-label={EXPERIMENT_WORDS.table} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {results().map(([word, title]) => (
              <th
                key={word}
                scope="col"
                title={title}
                className={word === RESULT_WORDS.judged ? styles.judged : undefined}
              >
                {word}
              </th>
            ))}
            {SETTINGS.map((name) => (
              <th key={name} scope="col" title={settingWords(name)}>
                <span className={styles.word}>{PARAMETER_WORDS[name].label} </span>
                {NUMERIC_PARAMETERS[name].symbol}
              </th>
            ))}
            <th scope="col" className={styles.use}>
              {EXPERIMENT_WORDS.use}
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
  const isUsed = useTuning(
    ({ editing }) => differingParameters(row.parameters, editing).length === 0,
  );
  const { parameters, samples, learning, tally, scores } = row;
  // Where nothing was judged a zero would say that nothing was found.
  const judged = samples - learning;
  const found = (words: string): string => (judged > 0 ? words : '–');
  return (
    <tr>
      <th scope="row">
        <VisuallyHidden>{EXPERIMENT_WORDS.experiment}</VisuallyHidden>
        {numberOf(row.name)}
      </th>
      <td>
        <Sparkline row={row} />
      </td>
      <td className={styles.judged} title={EXPERIMENT_WORDS.judged(judged, samples, learning)}>
        {judged > 0 ? judgedShare(judged, samples) : EXPERIMENT_WORDS.stillLearning}
      </td>
      <td>{found(formatCount(tally.outliers))}</td>
      <td title={causeWords(row)}>{found(formatCount(tally.alarms))}</td>
      <td>{found(formatCount(tally.collective))}</td>
      <td title={EXPERIMENT_WORDS.flagged(formatExact(row.shareFlagged), judged)}>
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
        <ReasonedButton
          size="compact-sm"
          variant="default"
          aria-label={(isUsed ? USE_WORDS.inUseOf : USE_WORDS.useOf)(
            EXPERIMENT_WORDS.named(row.name),
          )}
          reason={isUsed ? USE_WORDS.already : null}
          hint={USE_WORDS.hint}
          onClick={() => edit(parameters)}
        >
          {isUsed ? USE_WORDS.inUse : USE_WORDS.use}
        </ReasonedButton>
      </td>
    </tr>
  );
}

/** `all`, or how much of it: `1 808 of 2 000`. */
function judgedShare(judged: number, samples: number): string {
  return judged === samples ? EXPERIMENT_WORDS.all : EXPERIMENT_WORDS.of(judged, samples);
}

function settingWords(name: (typeof SETTINGS)[number]): string {
  const { label, unit } = PARAMETER_WORDS[name];
  return withUnit(label, unit === '' ? '' : `(${unit})`);
}

function causeWords({ causes }: ExperimentRow): string {
  return EXPERIMENT_WORDS.causes(causes.level, causes.drift, causes.rhythm);
}

const numberOf = (name: string) => name.replace('Experiment ', '');

function exactly(score: number | undefined): string {
  return score === undefined ? EXPERIMENT_WORDS.unlabelled : formatExact(score);
}

/** What all rows are about. */
function judgedWords(rows: readonly ExperimentRow[]): string {
  return EXPERIMENT_WORDS.about(Math.max(0, ...rows.map((row) => row.samples)));
}

/** What must be known of some rows, each remark once with the rows that it is about. */
function remarks(rows: readonly ExperimentRow[]): readonly string[] {
  const tooShort = new Map<string, ExperimentRow[]>();
  for (const row of rows) {
    const needed = neededOf(row);
    const key = `${needed} ${row.samples}`;
    if (row.samples <= needed) tooShort.set(key, [...(tooShort.get(key) ?? []), row]);
  }
  return [...tooShort.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const numbers = alike.map(({ name }) => numberOf(name)).join(', ');
    return [EXPERIMENT_WORDS.tooShort(alike.length, numbers, neededOf(first), first.samples)];
  });
}

/** The first block settles the moments, the next N give the first fit. */
function neededOf({ parameters }: ExperimentRow): number {
  return (parameters.maxima + 1) * parameters.block;
}
