import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';

const ALL = '';

/** Whose parameters are edited: of all channels, or of one; nothing where there is only one. */
export function ScopeSelect(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const own = useTuning((state) => state.own);
  const scope = useTuning((state) => state.scope);
  const chooseScope = useTuning((state) => state.chooseScope);
  const single = channels.filter(({ derived }) => derived === undefined);
  if (single.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={PANEL_WORDS.parametersOf}
      value={scope ?? ALL}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        chooseScope(chosen === ALL ? null : chosen);
      }}
      data={[
        { value: ALL, label: PANEL_WORDS.allChannels },
        ...single.map(({ name, boardName }) => ({
          value: boardName,
          label: scopeWords(name, own[boardName]),
        })),
      ]}
    />
  );
}

/** Whether the channel whose parameters are edited is judged at all. */
export function JudgeCheck(): ReactNode {
  const scope = useTuning((state) => state.scope);
  const isJudged = useTuning(({ own }) => scope === null || own[scope]?.judge !== 0);
  const judge = useTuning((state) => state.judge);
  if (scope === null) return null;
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={isJudged}
        onChange={(event) => judge(scope, event.currentTarget.checked)}
      />
      {PANEL_WORDS.judge}
    </label>
  );
}

/** A channel's name, and how much it has of its own. */
function scopeWords(name: string, own: object = {}): string {
  const count = Object.keys(own).length;
  if ('judge' in own && own.judge === 0) return PANEL_WORDS.notJudged(name);
  return count === 0 ? name : PANEL_WORDS.ofItsOwn(name, count);
}
