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
import { PANEL_WORDS } from './panelWords.ts';
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
    <Panel name={PANEL_WORDS.panel} className={styles.panel}>
      <div className={styles.top}>
        <PanelTitle>{PANEL_WORDS.panel}</PanelTitle>
        <ScopeSelect />
        <PresetSelect />
      </div>
      <KeptLine />
      <JudgeCheck />
      <div className={styles.rows}>
        <div className={styles.columns}>
          <span>{PANEL_WORDS.editing}</span>
          <span>{PANEL_WORDS.browser}</span>
          <span>{PANEL_WORDS.board}</span>
        </div>
        {MOST_USED.map((name) =>
          // R is of the board, whichever channel.
          name === 'period' && scope !== null ? null : <ParameterRow key={name} name={name} />,
        )}
        <ParameterGroup title={PANEL_WORDS.memory} summary={memorySummary} hasError={memoryIsWrong}>
          {MEMORY.map((name) => (
            <ParameterRow key={name} name={name} />
          ))}
          <TailRow />
        </ParameterGroup>
        <ParameterGroup title={PANEL_WORDS.more} summary={moreSummary} hasError={moreIsWrong}>
          {MORE.map((name) => (
            <ParameterRow key={name} name={name} />
          ))}
        </ParameterGroup>
        {isSeveral && (
          <ParameterGroup title={PANEL_WORDS.several} summary={severalSummary} hasError={false}>
            <SeveralChannels />
          </ParameterGroup>
        )}
        {kind === 'foreign' && <p className={styles.effect}>{PANEL_WORDS.foreign}</p>}
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
  return PANEL_WORDS.memorySummary(block, memory);
}

function moreWords({ drift, rhythm, season }: Parameters): string {
  const bound = (value: number): string => (value === 0 ? PANEL_WORDS.off : formatParameter(value));
  const cycle = season === 0 ? PANEL_WORDS.noSeason : formatAbout(season);
  return PANEL_WORDS.moreSummary(bound(drift), bound(rhythm), cycle);
}

function severalWords(together: boolean, onlyWhenTwoAgree: boolean): string {
  const words = [
    together ? PANEL_WORDS.together : PANEL_WORDS.eachAlone,
    onlyWhenTwoAgree ? PANEL_WORDS.twoMustAgree : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}
