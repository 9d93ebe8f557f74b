import type { ReactNode } from 'react';
import {
  NUMERIC_PARAMETER_NAMES,
  type NumericParameterName,
  type ParameterName,
  type Parameters,
} from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import type { TuningState } from '../../state/tuningStore.ts';
import { formatAbout, formatParameter } from '../format.ts';
import { Panel } from '../Panel.tsx';
import { PanelTitle } from '../PanelTitle.tsx';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { AgreementLine } from './AgreementLine.tsx';
import { EffectLine } from './EffectLine.tsx';
import { KeptLine } from './KeptLine.tsx';
import { LearningLine } from './LearningLine.tsx';
import { ParameterActions } from './ParameterActions.tsx';
import { ParameterGroup } from './ParameterGroup.tsx';
import { ParameterRow } from './ParameterRow.tsx';
import { PresetSelect } from './PresetSelect.tsx';
import styles from './parameters.module.css';
import { JudgeCheck, ScopeSelect } from './ScopeSelect.tsx';
import { ScoresLine } from './ScoresLine.tsx';
import { SeveralChannels } from './SeveralChannels.tsx';
import { TailRow } from './TailRow.tsx';
import { TogetherOffer } from './TogetherOffer.tsx';

/** The talk's Table 1. */
const MOST_USED: readonly NumericParameterName[] = [
  'gamma',
  'delta',
  'maxima',
  'outliers',
  'meanGap',
  'period',
];
const MEMORY: readonly NumericParameterName[] = ['block', 'memory', 'fatigue', 'least'];
const MEMORY_GROUP: readonly ParameterName[] = [...MEMORY, 'tail'];
/** All others, so that none is forgotten here. */
const MORE = NUMERIC_PARAMETER_NAMES.filter((name) => ![...MOST_USED, ...MEMORY].includes(name));

/** The detector's parameters: edited here, used by the browser at once, pushed to the board. */
export function ParameterPanel(): ReactNode {
  // Sentences, not the parameters: a slider in motion must not draw all the others.
  const scope = useTuning((state) => state.scope);
  const memorySummary = useTuning(({ editing, own }) =>
    memoryWords(effectiveOf(editing, own, scope)),
  );
  const moreSummary = useTuning(({ editing, own }) => moreWords(effectiveOf(editing, own, scope)));
  const severalSummary = useTuning(({ together, onlyWhenTwoAgree }) =>
    severalWords(together, onlyWhenTwoAgree),
  );
  const isSeveral = useBoard((state) => state.channels.length > 1);
  const memoryIsWrong = useTuning((tuning) => isWrong(tuning, MEMORY_GROUP));
  const moreIsWrong = useTuning((tuning) => isWrong(tuning, MORE));
  const kind = useBoard((state) => state.connection.kind);

  return (
    <Panel name="Detector" className={styles.panel}>
      <div className={styles.top}>
        <PanelTitle>Detector</PanelTitle>
        <ScopeSelect />
        <PresetSelect />
      </div>
      <KeptLine />
      <JudgeCheck />
      <div className={styles.rows}>
        <div className={styles.columns}>
          <span>Editing</span>
          <span>Browser</span>
          <span>Board</span>
        </div>
        {MOST_USED.map((name) =>
          // R is of the board, whichever channel.
          name === 'period' && scope !== null ? null : <ParameterRow key={name} name={name} />,
        )}
        <ParameterGroup title="Memory" summary={memorySummary} hasError={memoryIsWrong}>
          {MEMORY.map((name) => (
            <ParameterRow key={name} name={name} />
          ))}
          <TailRow />
        </ParameterGroup>
        <ParameterGroup title="More" summary={moreSummary} hasError={moreIsWrong}>
          {MORE.map((name) => (
            <ParameterRow key={name} name={name} />
          ))}
        </ParameterGroup>
        {isSeveral && (
          <ParameterGroup title="Several channels" summary={severalSummary} hasError={false}>
            <SeveralChannels />
          </ParameterGroup>
        )}
        {kind === 'foreign' && (
          <p className={styles.effect}>
            This board does not run Tidemark’s firmware: parameters stay in this browser.
          </p>
        )}
        <TogetherOffer />
        <LearningLine />
        <ScoresLine />
        <AgreementLine />
      </div>
      <EffectLine />
      <ParameterActions />
    </Panel>
  );
}

function isWrong(
  { faults, refusals, still }: TuningState,
  names: readonly ParameterName[],
): boolean {
  return names.some((name) =>
    [faults, refusals, still].some((wrongs) => wrongs[name] !== undefined),
  );
}

function memoryWords({ block, memory }: Parameters): string {
  return `block ${block} · last ${memory === 0 ? 'all' : memory}`;
}

function moreWords({ drift, rhythm, season }: Parameters): string {
  const bound = (value: number): string => (value === 0 ? 'off' : formatParameter(value));
  const cycle = season === 0 ? 'none' : formatAbout(season);
  return `drift ${bound(drift)} · rhythm ${bound(rhythm)} · season ${cycle}`;
}

function severalWords(together: boolean, onlyWhenTwoAgree: boolean): string {
  const words = [together ? 'together' : 'each alone', onlyWhenTwoAgree ? 'two must agree' : ''];
  return words.filter((word) => word !== '').join(' · ');
}
