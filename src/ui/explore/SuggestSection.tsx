import { Input } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Suggestion } from '../../analysis/messages/studyMessages.ts';
import { differingParameters } from '../../detector/parameters.ts';
import { isScored } from '../../detector/scores.ts';
import type { StudyRun } from '../../state/studyStore.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { parseEntry } from '../numberEntry.ts';
import { formatScore, scoresWords } from '../scoreWords.ts';
import { useBoard, useLabels, useStudies, useTuning } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { SUGGEST_WORDS, USE_WORDS } from './exploreWords.ts';
import { StudyProgressBar } from './StudyProgressBar.tsx';
import { beginReason, endWords, searchedWords } from './studyWords.ts';

/** The same recording gives the same suggestion. */
const SEED = 1;
const DEFAULT_BUDGET_S = '5';
const MOST_BUDGET_S = 600;

/** A search for the parameters that fit the labels best. */
export function SuggestSection({ channel }: { readonly channel: number }): ReactNode {
  const channels = useBoard((state) => state.channels.length);
  const labelled = useLabels((state) =>
    state.labels.some((label) => label.channel === channel && isScored(label)),
  );
  const run = useStudies((state) => state.runs.suggest);
  const begin = useStudies((state) => state.run);
  const editing = useTuning((state) => state.editing);
  const [budget, setBudget] = useState(DEFAULT_BUDGET_S);
  const seconds = parseEntry(budget);
  const valid = seconds > 0 && seconds <= MOST_BUDGET_S;
  const reason =
    beginReason(channels, run.phase === 'running') ??
    (labelled ? null : SUGGEST_WORDS.labelFirst) ??
    (valid ? null : SUGGEST_WORDS.atMost(MOST_BUDGET_S));
  const best = bestOf(run);
  const ended = endWords(run);
  return (
    <div className={styles.suggest}>
      <h3 className={styles.heading}>{SUGGEST_WORDS.suggest}</h3>
      <p className={styles.soft}>{SUGGEST_WORDS.intro}</p>
      <div className={styles.tools}>
        <Input
          // Mantine would put its own state in the place of ours.
          withAria={false}
          type="number"
          min={1}
          max={MOST_BUDGET_S}
          size="xs"
          w={64}
          aria-label={SUGGEST_WORDS.budget}
          aria-invalid={!valid}
          error={!valid}
          value={budget}
          onChange={(event) => setBudget(event.currentTarget.value)}
        />
        <span>s</span>
        <ReasonedButton
          size="compact-sm"
          reason={reason}
          onClick={() =>
            begin({
              kind: 'suggest',
              channel,
              parameters: editing,
              budgetMs: seconds * 1000,
              seed: SEED,
            })
          }
        >
          {SUGGEST_WORDS.suggest}
        </ReasonedButton>
      </div>
      {!labelled && channels > 0 && <p className={styles.soft}>{SUGGEST_WORDS.howToLabel}</p>}
      <StudyProgressBar kind="suggest" name={SUGGEST_WORDS.searching} />
      {ended && <p className={styles.soft}>{ended}</p>}
      {best && <Best best={best} run={run} />}
    </div>
  );
}

function Best({ best, run }: { readonly best: Suggestion; readonly run: StudyRun }): ReactNode {
  const edit = useTuning((state) => state.edit);
  const editing = useTuning((state) => state.editing);
  const done = run.phase === 'done' && run.result.kind === 'suggest' ? run.result : null;
  return (
    <>
      <p className={styles.best}>
        {done ? SUGGEST_WORDS.bestOf(done.tried) : SUGGEST_WORDS.bestSoFar}:{' '}
        <b title={scoresWords(best.scores)}>F1 {formatScore(best.scores.f1)}</b>
        <br />
        {searchedWords(best.parameters)}
      </p>
      {done && (
        <ReasonedButton
          size="compact-sm"
          variant="default"
          aria-label={USE_WORDS.useSuggestion}
          reason={
            differingParameters(best.parameters, editing).length === 0 ? USE_WORDS.already : null
          }
          hint={USE_WORDS.hint}
          onClick={() => edit(best.parameters)}
        >
          {USE_WORDS.use}
        </ReasonedButton>
      )}
      {run.phase === 'done' && run.outdated && (
        <p className={styles.soft}>{SUGGEST_WORDS.outdated}</p>
      )}
    </>
  );
}

function bestOf(run: StudyRun): Suggestion | null {
  if (run.phase === 'running') return run.progress.best;
  return run.phase === 'done' && run.result.kind === 'suggest' ? run.result.best : null;
}
