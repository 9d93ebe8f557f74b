import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { faultWords } from '../faultWords.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useTidemark } from '../tidemarkContext.ts';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';
import styles from './start.module.css';

/** Where the signal will be: the ways to begin, side by side, each with what it needs. */
export function StartDoors(): ReactNode {
  const { connectBoard, connectKnown, connectVirtual, knownPorts, recordings, serialFault } =
    useTidemark();
  const known = useStore(knownPorts);
  const words = serialFault && faultWords(serialFault.code);
  return (
    <section className={styles.doors} aria-label="Start">
      <Door
        title="Connect board"
        needs={
          words
            ? `${words.title}. ${words.advice}`
            : 'Needs a board on USB: one with Tidemark’s firmware, or any sketch that prints numbers.'
        }
        unavailable={words !== null}
        onOpen={() => void connectBoard()}
      >
        {known.map((port) => (
          <Button
            key={`${port.key.usbVendorId}:${port.key.usbProductId}:${port.key.nth}`}
            variant="default"
            size="compact-sm"
            classNames={{ root: styles.again, label: styles.againLabel }}
            onClick={() => void connectKnown(port)}
          >
            Again: <OutsideText>{port.label}</OutsideText>
          </Button>
        ))}
        <TroubleButton topic={serialFault?.code ?? 'not-listed'}>
          I can’t see my board
        </TroubleButton>
      </Door>
      <Door
        title="Virtual board"
        action={MACHINE_WORDS.machine.name}
        needs="Needs nothing: the same firmware in this browser, on a turning machine or on a pump that works in strokes."
        unavailable={false}
        onOpen={() => connectVirtual({ machine: 'machine' })}
      >
        <Button variant="default" onClick={() => connectVirtual({ machine: 'pump' })}>
          {MACHINE_WORDS.pump.name}
        </Button>
      </Door>
      <Door
        title="Open recording"
        needs="Needs nothing plugged in: a session recorded here, or a file: CSV, serial lines. Or drop one anywhere."
        unavailable={false}
        onOpen={recordings.getState().openSessions}
      />
    </section>
  );
}

interface DoorProps {
  readonly title: string;
  /** What its button says, where that is not the title. */
  readonly action?: string;
  readonly needs: string;
  readonly unavailable: boolean;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}

function Door(props: DoorProps): ReactNode {
  const { title, action = title, needs, unavailable, onOpen, children } = props;
  const needsId = useId();
  return (
    <div className={styles.door}>
      <h2 className={styles.title}>{title}</h2>
      <p id={needsId} className={styles.needs}>
        {needs}
      </p>
      <Button
        data-disabled={unavailable}
        aria-disabled={unavailable}
        aria-label={action}
        aria-describedby={needsId}
        title={unavailable ? needs : undefined}
        onClick={() => {
          if (!unavailable) onOpen();
        }}
      >
        {action}
      </Button>
      {children && <div className={styles.more}>{children}</div>}
    </div>
  );
}
