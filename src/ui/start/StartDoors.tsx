import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { ExampleDoors } from '../examples/ExampleDoors.tsx';
import { faultWords } from '../faultWords.ts';
import { OutsideText } from '../OutsideText.tsx';
import { portWords } from '../portWords.ts';
import { SketchButton } from '../sketch/SketchButton.tsx';
import { useTidemark } from '../tidemarkContext.ts';
import { TourButtons } from '../tour/TourButtons.tsx';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';
import { RecentSessions } from './RecentSessions.tsx';
import styles from './start.module.css';
import { START_WORDS } from './startWords.ts';

/** The ways to begin: the one that always works first, the others beside it, what was before below. */
export function StartDoors(): ReactNode {
  const { connectBoard, connectKnown, connectVirtual, knownPorts, recordings, serialFault } =
    useTidemark();
  const known = useStore(knownPorts);
  const words = serialFault && faultWords(serialFault.code);
  return (
    <section className={styles.start} aria-label={START_WORDS.start}>
      <div className={styles.doors}>
        <div className={styles.first}>
          <h2 className={styles.title}>{START_WORDS.virtual}</h2>
          <p className={styles.needs}>{START_WORDS.virtualNeeds}</p>
          <div className={styles.machines}>
            <Button
              size="md"
              data-tour="open-machine"
              onClick={() => connectVirtual({ machine: 'machine' })}
            >
              {MACHINE_WORDS.machine.name}
            </Button>
            <Button size="md" variant="default" onClick={() => connectVirtual({ machine: 'pump' })}>
              {MACHINE_WORDS.pump.name}
            </Button>
            <Button size="md" variant="default" onClick={() => connectVirtual({ machine: 'uno' })}>
              {MACHINE_WORDS.uno.name}
            </Button>
          </div>
          <TourButtons />
        </div>
        <Door
          title={START_WORDS.connect}
          needs={words ? `${words.title}. ${words.advice}` : START_WORDS.connectNeeds}
          tour="connect"
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
              {START_WORDS.again} <OutsideText>{portWords(port.key)}</OutsideText>
            </Button>
          ))}
          <SketchButton />
          <TroubleButton topic={serialFault?.code ?? 'not-listed'}>
            {START_WORDS.notSeen}
          </TroubleButton>
        </Door>
        <Door
          title={START_WORDS.open}
          needs={START_WORDS.openNeeds}
          unavailable={false}
          onOpen={recordings.getState().openSessions}
        />
      </div>
      <RecentSessions />
      <ExampleDoors />
    </section>
  );
}

interface DoorProps {
  readonly title: string;
  readonly needs: string;
  /** As what the tour knows it. */
  readonly tour?: string;
  readonly unavailable: boolean;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}

function Door({ title, needs, tour, unavailable, onOpen, children }: DoorProps): ReactNode {
  const needsId = useId();
  return (
    <div className={styles.door}>
      <h2 className={styles.title}>{title}</h2>
      <p id={needsId} className={styles.needs}>
        {needs}
      </p>
      <Button
        variant="default"
        data-tour={tour}
        data-disabled={unavailable}
        aria-disabled={unavailable}
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
