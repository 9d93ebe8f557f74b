import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { faultWords } from '../faultWords.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useTidemark } from '../tidemarkContext.ts';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
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
        needs="Needs nothing: the same firmware on a simulated machine, in this browser."
        unavailable={false}
        onOpen={connectVirtual}
      />
      <Door
        title="Open recording"
        needs="Needs nothing plugged in: a session recorded here, or a file: CSV, serial lines. Or drop one anywhere."
        unavailable={false}
        onOpen={recordings.getState().openShelf}
      />
    </section>
  );
}

interface DoorProps {
  readonly title: string;
  readonly needs: string;
  readonly unavailable: boolean;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}

function Door({ title, needs, unavailable, onOpen, children }: DoorProps): ReactNode {
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
        aria-label={title}
        aria-describedby={needsId}
        title={unavailable ? needs : undefined}
        onClick={() => {
          if (!unavailable) onOpen();
        }}
      >
        {title}
      </Button>
      {children && <div className={styles.more}>{children}</div>}
    </div>
  );
}
