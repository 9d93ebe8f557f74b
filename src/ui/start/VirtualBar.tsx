import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FIRST_MACHINE, INJECTIONS, type Injection } from '../../board/virtualMachines.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import {
  DISTURBANCE_WORDS,
  expectationWords,
  hintWords,
  MACHINE_WORDS,
} from '../virtualMachineWords.ts';
import styles from './virtual.module.css';

/** Something to detect, at the press of a button. Only while the board is the virtual one. */
export function VirtualBar(): ReactNode {
  const { inject, pullPlug, reconnect } = useTidemark();
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  const pressed = useBoard((state) => state.injected?.injection ?? null);
  if (source?.kind !== 'virtual' || phase === 'idle') return null;
  const { machine = FIRST_MACHINE } = source;
  const { name, profile } = MACHINE_WORDS[machine];
  const injections: readonly Injection[] = INJECTIONS[machine];
  const expected = pressed !== null && injections.includes(pressed) ? pressed : null;
  const running = phase === 'streaming' || phase === 'silent';
  const reason = running ? null : 'The virtual board is not running.';
  return (
    <section className={styles.bar} aria-label={name}>
      <span className={styles.word}>{name}: inject</span>
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
          Plug in again
        </Button>
      ) : (
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={reason}
          hint="The board vanishes in mid-stream"
          onClick={pullPlug}
        >
          Pull the plug
        </ReasonedButton>
      )}
      <span className={styles.expected} role="status" aria-label="What to expect">
        {running && (expected ? `${expectationWords(expected)}.` : profile)}
      </span>
    </section>
  );
}
