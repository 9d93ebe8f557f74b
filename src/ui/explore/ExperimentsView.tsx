import { type ReactNode, useState } from 'react';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useStudies } from '../tidemarkContext.ts';
import { ExperimentTable } from './ExperimentTable.tsx';
import styles from './explore.module.css';
import { SPARKLINE_WIDTH } from './Sparkline.tsx';
import { StudyProgressBar } from './StudyProgressBar.tsx';
import { beginReason, endWords } from './studyWords.ts';

/** The talk's Table 2 over what was recorded so far. */
export function ExperimentsView(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const run = useStudies((state) => state.runs.experiments);
  const begin = useStudies((state) => state.run);
  const [chosen, setChosen] = useState(0);
  const channel = chosen < channels.length ? chosen : 0;
  const ended = endWords(run);
  const result = run.phase === 'done' && run.result.kind === 'experiments' ? run.result : null;
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <ChannelSelect name="Channel of the experiments" channel={channel} onChoose={setChosen} />
        <ReasonedButton
          size="compact-sm"
          reason={beginReason(channels.length, run.phase === 'running')}
          onClick={() => begin({ kind: 'experiments', channel, widthPx: SPARKLINE_WIDTH })}
        >
          Run the six experiments
        </ReasonedButton>
        <StudyProgressBar kind="experiments" name="Running the experiments" />
        {run.phase === 'done' && run.outdated && result && (
          <span className={styles.soft}>The labels have changed since: run them again.</span>
        )}
      </div>
      {ended && <p className={styles.note}>{ended}</p>}
      {run.phase === 'idle' && (
        <p className={styles.note}>
          The same recording, judged with each of the six parameter sets of the talk, side by side.
        </p>
      )}
      {result && <ExperimentTable rows={result.rows} />}
    </div>
  );
}
