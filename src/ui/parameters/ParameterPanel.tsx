import type { ReactNode } from 'react';
import type { NumericParameterName, ParameterName } from '../../detector/parameters.ts';
import { formatParameter } from '../format.ts';
import { Panel } from '../Panel.tsx';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { AgreementLine } from './AgreementLine.tsx';
import { EffectLine } from './EffectLine.tsx';
import { ParameterActions } from './ParameterActions.tsx';
import { ParameterGroup } from './ParameterGroup.tsx';
import { ParameterRow } from './ParameterRow.tsx';
import { PresetSelect } from './PresetSelect.tsx';
import styles from './parameters.module.css';
import { ScoresLine } from './ScoresLine.tsx';
import { TailRow } from './TailRow.tsx';

const MOST_USED: readonly NumericParameterName[] = ['gamma', 'delta', 'maxima'];
const COLLECTIVE: readonly NumericParameterName[] = ['outliers', 'meanGap'];
const MEMORY: readonly NumericParameterName[] = ['block', 'memory', 'fatigue', 'period'];

/** The detector's parameters: edited here, used by the browser at once, pushed to the board. */
export function ParameterPanel(): ReactNode {
  // Sentences, not the parameters: a slider in motion must not draw all the others.
  const collectiveSummary = useTuning(
    ({ editing }) => `M ${editing.outliers} · T ${formatParameter(editing.meanGap)} ms`,
  );
  const memorySummary = useTuning(
    ({ editing: { block, memory } }) => `block ${block} · last ${memory === 0 ? 'all' : memory}`,
  );
  const faults = useTuning((state) => state.faults);
  const refusals = useTuning((state) => state.refusals);
  const still = useTuning((state) => state.still);
  const kind = useBoard((state) => state.connection.kind);
  const wrong = (names: readonly ParameterName[]): boolean =>
    names.some((name) => [faults, refusals, still].some((wrongs) => wrongs[name] !== undefined));

  return (
    <Panel name="Detector" className={styles.panel}>
      <div className={styles.top}>
        <h2 className={styles.heading}>Detector</h2>
        <PresetSelect />
      </div>
      <div className={styles.rows}>
        <div className={styles.columns}>
          <span>Editing</span>
          <span>Browser</span>
          <span>Board</span>
        </div>
        {MOST_USED.map((name) => (
          <ParameterRow key={name} name={name} />
        ))}
        <ParameterGroup
          title="Collective anomaly"
          summary={collectiveSummary}
          hasError={wrong(COLLECTIVE)}
        >
          {COLLECTIVE.map((name) => (
            <ParameterRow key={name} name={name} />
          ))}
        </ParameterGroup>
        <ParameterGroup
          title="Memory"
          summary={memorySummary}
          hasError={wrong([...MEMORY, 'tail'])}
        >
          {MEMORY.map((name) => (
            <ParameterRow key={name} name={name} />
          ))}
          <TailRow />
        </ParameterGroup>
      </div>
      {kind === 'foreign' && (
        <p className={styles.effect}>
          This board does not run Tidemark’s firmware: parameters stay in this browser.
        </p>
      )}
      <div>
        <EffectLine />
        <ScoresLine />
        <AgreementLine />
      </div>
      <ParameterActions />
    </Panel>
  );
}
