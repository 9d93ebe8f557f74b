import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ParameterName } from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { periodMsOf } from '../causeWords.ts';
import { parameterWord, valueWords } from '../parameterWords.ts';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';
import { boardRemark, valueRemark } from './valueRemarks.ts';

/** What the value that is edited stands for; null where its number says it. */
export function useRemark(name: ParameterName): string | null {
  const periodMs = useBoard((state) => periodMsOf(state.health));
  return useTuning(({ editing, own, scope }) =>
    valueRemark(name, effectiveOf(editing, own, scope), periodMs),
  );
}

interface ParameterRemarksProps {
  readonly name: ParameterName;
  /** By which a field is described. */
  readonly id: string;
  readonly remark: string | null;
}

/** Under a field: what its value stands for, what the board cannot, and whose it is. */
export function ParameterRemarks({ name, id, remark }: ParameterRemarksProps): ReactNode {
  const identity = useBoard((state) => state.connection.identity);
  const limit = useTuning(({ editing, own, scope }) =>
    boardRemark(name, effectiveOf(editing, own, scope)[name], identity),
  );
  const withheld = useTuning((state) => state.withheld.includes(name));
  return (
    <>
      <p id={id} className={styles.remarks}>
        {[remark, limit ?? (withheld ? PANEL_WORDS.notSent : null)]
          .filter((words) => words !== null)
          .join(' ')}
      </p>
      {name !== 'period' && <Override name={name} />}
    </>
  );
}

interface OverrideProps {
  /** R is never a channel's own. */
  readonly name: Exclude<ParameterName, 'period'>;
}

/** What this channel has of its own, and the way back; nothing where all channels are edited. */
function Override({ name }: OverrideProps): ReactNode {
  const scope = useTuning((state) => state.scope);
  const isOwn = useTuning(({ own }) => scope !== null && own[scope]?.[name] !== undefined);
  const ofAll = useTuning((state) => state.editing[name]);
  const withdraw = useTuning((state) => state.withdraw);
  if (scope === null) return null;
  if (!isOwn) return <VisuallyHidden>{PANEL_WORDS.asAllChannels}</VisuallyHidden>;
  return (
    <p className={styles.ownRemark}>
      {PANEL_WORDS.onlyHere(valueWords(ofAll))}
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={PANEL_WORDS.asAllOf(parameterWord(name))}
        onClick={() => withdraw(scope, [name])}
      >
        {PANEL_WORDS.asAll}
      </Button>
    </p>
  );
}
