import { Button, Checkbox, NativeSelect, Progress } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { DEFAULT_TREES } from '../../naming/trainForest.ts';
import { ClassSign } from '../classes/ClassSign.tsx';
import { useKnownClasses } from '../classes/useKnownClasses.ts';
import { classShown } from '../classNameWords.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { OutsideText } from '../OutsideText.tsx';
import { useForest, useLabels, useStudies } from '../tidemarkContext.ts';
import styles from './names.module.css';
import { NAMES_WORDS } from './namesWords.ts';

/** Where memory is short ten go onto a board that has none for twenty. */
const TREES = ['10', '20', '50'] as const;

/** What there is to learn from, and the press that begins it. */
export function TrainSection(): ReactNode {
  const run = useStudies((state) => state.runs.train);
  const begin = useStudies((state) => state.run);
  const cancel = useStudies((state) => state.cancel);
  const confidence = useForest((state) => state.confidence);
  const [trees, setTrees] = useState<string>(String(DEFAULT_TREES));
  const [spectrum, setSpectrum] = useState(false);
  const isRunning = run.phase === 'running';
  const percent = run.phase === 'running' ? Math.round(100 * run.progress.done) : 0;
  return (
    <div className={styles.tools}>
      <NamedCounts />
      <NativeSelect
        size="xs"
        aria-label={NAMES_WORDS.trees}
        data={TREES.map((count) => ({ value: count, label: NAMES_WORDS.treesOf(count) }))}
        value={trees}
        onChange={(event) => setTrees(event.currentTarget.value)}
      />
      <Checkbox
        size="sm"
        label={NAMES_WORDS.spectrum}
        title={NAMES_WORDS.spectrumHint}
        checked={spectrum}
        onChange={({ currentTarget }) => setSpectrum(currentTarget.checked)}
      />
      <ReasonedButton
        size="compact-sm"
        data-tour="train"
        reason={isRunning ? NAMES_WORDS.running : null}
        onClick={() => begin({ kind: 'train', trees: Number(trees), confidence, spectrum })}
      >
        {NAMES_WORDS.train}
      </ReasonedButton>
      {isRunning && (
        <>
          <Progress.Root size="md" className={styles.bar}>
            <Progress.Section value={percent} aria-label={NAMES_WORDS.training} />
          </Progress.Root>
          <Button size="compact-sm" variant="default" onClick={() => cancel('train')}>
            {NAMES_WORDS.cancel}
          </Button>
        </>
      )}
    </div>
  );
}

/** How many events have each name. */
function NamedCounts(): ReactNode {
  const classes = useKnownClasses();
  const labels = useLabels((state) => state.labels);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { name } of labels) found.set(name, (found.get(name) ?? 0) + 1);
    return found;
  }, [labels]);
  const named = classes.filter(({ name }) => counts.has(name));
  if (named.length === 0) return <p className={styles.soft}>{NAMES_WORDS.none}</p>;
  return (
    <ul className={styles.counts} aria-label={NAMES_WORDS.soFar}>
      {named.map((one) => (
        <li key={one.name}>
          <ClassSign its={one} /> <OutsideText>{classShown(one.name)}</OutsideText>{' '}
          {counts.get(one.name)}
        </li>
      ))}
    </ul>
  );
}
