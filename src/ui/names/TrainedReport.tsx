import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { ForestStudied, TrainedExample } from '../../analysis/messages/studyMessages.ts';
import { type Confusion, countOf, UNKNOWN } from '../../naming/namingScores.ts';
import { classShown } from '../classNameWords.ts';
import { formatClock, formatPercent } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useForest, useView } from '../tidemarkContext.ts';
import { featureWords } from './featureTableWords.ts';
import styles from './names.module.css';
import { accuracyWords, NAMES_WORDS } from './namesWords.ts';
import { trainedFigures } from './trainedFigures.ts';

const SHOWN_FEATURES = 6;
const SHOWN_DISAGREEMENTS = 8;

/** How good the forest is that was trained last, at the confidence in force. */
export function TrainedReport({ trained }: { readonly trained: ForestStudied }): ReactNode {
  const confidence = useForest((state) => state.confidence);
  const { accuracy, confusion, disagreements } = useMemo(
    () => trainedFigures(trained, confidence),
    [trained, confidence],
  );
  return (
    <div className={styles.report}>
      <p className={styles.accuracy}>
        <b>
          {NAMES_WORDS.right(formatPercent(accuracy.of === 0 ? 0 : accuracy.right / accuracy.of))}
        </b>{' '}
        {accuracyWords(accuracy)} {trained.leftOut > 0 && NAMES_WORDS.leftOut(trained.leftOut)}
      </p>
      <div className={styles.columns}>
        <ConfusionTable classes={trained.classes} confusion={confusion} />
        <section aria-label={NAMES_WORDS.importance}>
          <h3 className={styles.heading} title={NAMES_WORDS.importanceHint}>
            {NAMES_WORDS.importance}
          </h3>
          <ol className={styles.importance}>
            {trained.importance.slice(0, SHOWN_FEATURES).map(({ feature, lost }) => (
              <li key={feature}>
                {featureWords(feature)}{' '}
                <span className={styles.soft}>{formatPercent(Math.max(0, lost))}</span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-label={NAMES_WORDS.disagreements}>
          <h3 className={styles.heading}>{NAMES_WORDS.disagreements}</h3>
          {disagreements.length === 0 ? (
            <p className={styles.soft}>{NAMES_WORDS.agrees}</p>
          ) : (
            <ul className={styles.plain}>
              {disagreements.slice(0, SHOWN_DISAGREEMENTS).map((example) => (
                <Disagreement
                  key={`${example.channel} ${example.fromMs}`}
                  example={example}
                  classes={trained.classes}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

function ConfusionTable({
  classes,
  confusion,
}: {
  readonly classes: readonly string[];
  readonly confusion: Confusion;
}): ReactNode {
  const given = [...classes.keys(), UNKNOWN];
  return (
    <table className={styles.confusion}>
      <caption>{NAMES_WORDS.confusion}</caption>
      <thead>
        <tr>
          <th scope="col">{NAMES_WORDS.truth}</th>
          {given.map((its) => (
            <th key={its} scope="col">
              {its === UNKNOWN ? (
                NAMES_WORDS.unknown
              ) : (
                <OutsideText>{classShown(classes[its] ?? '')}</OutsideText>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((name, truth) => (
          <tr key={name}>
            <th scope="row">
              <OutsideText>{classShown(name)}</OutsideText>
            </th>
            {given.map((its) => {
              const count = countOf(confusion, truth, its);
              return (
                <td key={its} className={its === truth ? styles.right : undefined}>
                  {count === 0 && its !== truth ? '·' : count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Disagreement({
  example,
  classes,
}: {
  readonly example: TrainedExample;
  readonly classes: readonly string[];
}): ReactNode {
  const jumpTo = useView((state) => state.jumpTo);
  const channel = useBoard((state) => state.channels[example.channel]?.name ?? '');
  return (
    <li>
      <Button size="compact-xs" variant="subtle" onClick={() => jumpTo(example)}>
        <span>
          {formatClock(example.fromMs)} <OutsideText>{channel}</OutsideText>
        </span>
      </Button>
      {NAMES_WORDS.you}: <OutsideText>{classShown(classes[example.truth] ?? '')}</OutsideText>,{' '}
      {NAMES_WORDS.theForest}:{' '}
      <OutsideText>{classShown(classes[example.predicted] ?? '')}</OutsideText> (
      {formatPercent(example.share)})
    </li>
  );
}
