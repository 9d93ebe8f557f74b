import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FIRST_MACHINE, INJECTIONS, type Injection } from '../../board/virtualMachines.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { NEXT_MARK } from '../focusKept.ts';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { useDisturbed } from '../useDisturbed.ts';
import { DISTURBANCE_WORDS, hintWords, MACHINE_WORDS } from '../virtualMachineWords.ts';
import { VIRTUAL_BAR_WORDS } from './startWords.ts';
import styles from './virtual.module.css';

/** Something to detect, at the press of a button. Only while the board is the virtual one. */
export function VirtualBar(): ReactNode {
  const { inject, pullPlug, reconnect } = useTidemark();
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  const disturbed = useDisturbed();
  if (source?.kind !== 'virtual' || phase === 'idle') return null;
  const { machine = FIRST_MACHINE } = source;
  const { name, profile } = MACHINE_WORDS[machine];
  const injections: readonly Injection[] = INJECTIONS[machine];
  const running = phase === 'streaming' || phase === 'silent';
  const reason = running ? null : VIRTUAL_BAR_WORDS.notRunning;
  return (
    <section className={styles.bar} aria-label={name} {...NEXT_MARK}>
      <span className={styles.word}>{VIRTUAL_BAR_WORDS.inject(name)}</span>
      {injections.map((injection) => (
        <ReasonedButton
          key={injection}
          size="compact-sm"
          variant="default"
          reason={reason}
          hint={hintWords(injection)}
          data-tour={`inject-${injection}`}
          onClick={() => inject(injection)}
        >
          {DISTURBANCE_WORDS[injection].word}
        </ReasonedButton>
      ))}
      {phase === 'lost' || phase === 'failed' ? (
        <Button size="compact-sm" onClick={() => void reconnect()}>
          {VIRTUAL_BAR_WORDS.plugIn}
        </Button>
      ) : (
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={reason}
          hint={VIRTUAL_BAR_WORDS.pullHint}
          onClick={pullPlug}
        >
          {VIRTUAL_BAR_WORDS.pull}
        </ReasonedButton>
      )}
      <span className={styles.expected} role="status" aria-label={VIRTUAL_BAR_WORDS.expect}>
        {running && (disturbed === null ? profile : `${disturbed}.`)}
      </span>
    </section>
  );
}
