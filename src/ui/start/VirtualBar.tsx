import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Injection } from '../../board/micropythonBoard.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import styles from './virtual.module.css';

const INJECTION_WORDS: readonly (readonly [Injection, string, string])[] = [
  ['spike', 'Spike', 'One sample far away'],
  ['burst', 'Burst', 'A run of wild samples'],
  ['step', 'Step', 'A lasting jump of the mean'],
  ['drift', 'Drift', 'A slow ramp'],
  ['flat', 'Flat line', 'The sensor sticks'],
];

/** Something to detect, at the press of a button. Only while the board is the virtual one. */
export function VirtualBar(): ReactNode {
  const { inject, pullPlug, connectVirtual } = useTidemark();
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  if (source?.kind !== 'virtual' || phase === 'idle') return null;
  const running = phase === 'streaming' || phase === 'silent';
  const reason = running ? null : 'The virtual board is not running.';
  return (
    <section className={styles.bar} aria-label="Virtual board">
      <span className={styles.word}>Virtual board: inject</span>
      {INJECTION_WORDS.map(([injection, word, hint]) => (
        <ReasonedButton
          key={injection}
          size="compact-sm"
          variant="default"
          reason={reason}
          hint={hint}
          onClick={() => inject(injection)}
        >
          {word}
        </ReasonedButton>
      ))}
      {phase === 'lost' || phase === 'failed' ? (
        <Button size="compact-sm" onClick={connectVirtual}>
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
    </section>
  );
}
