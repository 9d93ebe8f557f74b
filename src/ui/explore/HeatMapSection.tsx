import type { ReactNode } from 'react';
import type { HeatMapResult } from '../../analysis/messages/studyMessages.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { StudyRun } from '../../state/studyStore.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { formatPercent } from '../format.ts';
import { useBoard, useStudies, useTuning } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { HEAT_MAP_WORDS } from './exploreWords.ts';
import { HeatMap } from './HeatMap.tsx';
import { mapDeltas, mapGammas } from './heatMapAxes.ts';
import { StudyProgressBar } from './StudyProgressBar.tsx';
import { beginReason, endWords } from './studyWords.ts';

interface HeatMapSectionProps {
  readonly channel: number;
  /** Stands before the button. */
  readonly children: ReactNode;
}

/** How well every γ with every δ would have done, the other parameters as they are now. */
export function HeatMapSection({ channel, children }: HeatMapSectionProps): ReactNode {
  const channels = useBoard((state) => state.channels.length);
  const run = useStudies((state) => state.runs['heat-map']);
  const begin = useStudies((state) => state.run);
  const editing = useTuning((state) => state.editing);
  const ended = endWords(run);
  const result = run.phase === 'done' && run.result.kind === 'heat-map' ? run.result : null;
  const compute = (): void =>
    begin({
      kind: 'heat-map',
      channel,
      parameters: editing,
      gammas: mapGammas(editing.gamma),
      deltas: mapDeltas(editing.delta),
    });
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        {children}
        <ReasonedButton
          size="compact-sm"
          reason={beginReason(channels, run.phase === 'running')}
          onClick={compute}
        >
          {HEAT_MAP_WORDS.compute}
        </ReasonedButton>
        <StudyProgressBar kind="heat-map" name={HEAT_MAP_WORDS.computing} />
        {result && <Measure result={result} />}
      </div>
      {ended && <p className={styles.note}>{ended}</p>}
      {run.phase === 'idle' && <p className={styles.note}>{HEAT_MAP_WORDS.intro}</p>}
      {result && isStale(run, editing) && <p className={styles.note}>{HEAT_MAP_WORDS.stale}</p>}
      {result && <HeatMap result={result} />}
    </div>
  );
}

/** What the cells say, and which colour stands for how much. */
function Measure({ result }: { readonly result: HeatMapResult }): ReactNode {
  const most = Math.max(...result.values.flat(), 0);
  return result.measure === 'f1' ? (
    <span className={styles.measure}>
      {HEAT_MAP_WORDS.ofLabels} <span className={styles.ramp} aria-hidden="true" /> 1
    </span>
  ) : (
    <span className={styles.measure}>
      {HEAT_MAP_WORDS.ofSamples} <span className={styles.ramp} aria-hidden="true" />{' '}
      {formatPercent(most)}
    </span>
  );
}

/** Whether the map was made with other labels, or with other parameters besides γ and δ. */
function isStale(run: StudyRun, editing: Parameters): boolean {
  if (run.phase !== 'done' || run.study.kind !== 'heat-map') return false;
  const { gamma, delta } = editing;
  const then = { ...run.study.parameters, gamma, delta };
  const names = Object.keys(then) as (keyof Parameters)[];
  // R changes the sampling only: the recording is as it is.
  return run.outdated || names.some((name) => name !== 'period' && then[name] !== editing[name]);
}
