import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { StudyRun } from '../../state/studyStore.ts';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useStudies } from '../tidemarkContext.ts';
import { ExperimentTable } from './ExperimentTable.tsx';
import styles from './explore.module.css';
import { EXPERIMENTS_WORDS } from './exploreWords.ts';
import { SPARKLINE_WIDTH } from './Sparkline.tsx';
import { StudyProgressBar } from './StudyProgressBar.tsx';
import { beginReason, endWords } from './studyWords.ts';

/** Of fewer of the samples in memory a result is too old to be shown as it is. */
const MOST_OF = 0.9;

/** The six known parameter sets over what is kept; they run when the tab is opened. */
export function ExperimentsView(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const run = useStudies((state) => state.runs.experiments);
  const begin = useStudies((state) => state.run);
  const [chosen, setChosen] = useState(0);
  const channel = chosen < channels.length ? chosen : 0;
  const ended = endWords(run);
  const reason = beginReason(channels.length, run.phase === 'running');
  const samples = useBoard((state) => state.health?.samples ?? 0);
  const runOn = (of: number): void =>
    begin({ kind: 'experiments', channel: of, widthPx: SPARKLINE_WIDTH });
  const hasSamples = samples > 0;
  const runAtOnce = useEffectEvent((): void => {
    if (run.phase !== 'running' && !isFresh(run, channel, samples)) runOn(channel);
  });
  useEffect(() => {
    if (hasSamples) runAtOnce();
  }, [hasSamples]);
  const result = run.phase === 'done' && run.result.kind === 'experiments' ? run.result : null;
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <ChannelSelect
          name={EXPERIMENTS_WORDS.channel}
          channel={channel}
          onChoose={(of) => {
            setChosen(of);
            runOn(of);
          }}
        />
        <ReasonedButton
          size="compact-sm"
          reason={reason}
          hint={EXPERIMENTS_WORDS.runHint}
          onClick={() => runOn(channel)}
        >
          {run.phase === 'idle' ? EXPERIMENTS_WORDS.run : EXPERIMENTS_WORDS.runAgain}
        </ReasonedButton>
        <StudyProgressBar kind="experiments" name={EXPERIMENTS_WORDS.running} />
        {run.phase === 'done' && run.outdated && result && (
          <span className={styles.soft}>{EXPERIMENTS_WORDS.outdated}</span>
        )}
      </div>
      {ended && <p className={styles.note}>{ended}</p>}
      {run.phase === 'idle' && <p className={styles.note}>{EXPERIMENTS_WORDS.intro}</p>}
      {result && <ExperimentTable rows={result.rows} />}
    </div>
  );
}

/** Whether these rows are of the channel and of nearly all that is in memory by now. */
function isFresh(run: StudyRun, channel: number, samples: number): boolean {
  if (run.phase !== 'done' || run.result.kind !== 'experiments') return false;
  if (run.study.kind !== 'experiments' || run.study.channel !== channel) return false;
  return (run.result.rows[0]?.samples ?? 0) > MOST_OF * samples;
}
