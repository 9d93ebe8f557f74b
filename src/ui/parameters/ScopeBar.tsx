import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

const ALL = '';

/** Whose parameters are edited: of all channels, or of one; nothing where there is only one. */
export function ScopeBar(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const own = useTuning((state) => state.own);
  const scope = useTuning((state) => state.scope);
  const chooseScope = useTuning((state) => state.chooseScope);
  const judge = useTuning((state) => state.judge);
  const single = channels.filter(({ derived }) => derived === undefined);
  if (single.length < 2) return null;
  return (
    <div className={styles.scope}>
      <NativeSelect
        size="xs"
        aria-label="Parameters of"
        value={scope ?? ALL}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          chooseScope(chosen === ALL ? null : chosen);
        }}
        data={[
          { value: ALL, label: `All ${single.length} channels` },
          ...single.map(({ name }) => ({ value: name, label: scopeWords(name, own[name]) })),
        ]}
      />
      {scope !== null && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={own[scope]?.judge !== 0}
            onChange={(event) => judge(scope, event.currentTarget.checked)}
          />
          Judge this channel
        </label>
      )}
    </div>
  );
}

/** A channel's name, and how much it has of its own. */
function scopeWords(name: string, own: object = {}): string {
  const count = Object.keys(own).length;
  if ('judge' in own && own.judge === 0) return `${name}: not judged`;
  return count === 0 ? name : `${name}: ${count} of its own`;
}
