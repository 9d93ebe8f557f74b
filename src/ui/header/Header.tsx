import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBoard, useNothingYet, useTidemark } from '../tidemarkContext.ts';
import { HelpPopover } from './HelpPopover.tsx';
import styles from './header.module.css';
import { StatusLine } from './StatusLine.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function Header(): ReactNode {
  const { connectBoard, connectVirtual, disconnect } = useTidemark();
  const phase = useBoard((state) => state.connection.phase);
  const connected = phase !== 'idle' && phase !== 'lost' && phase !== 'failed';
  // The start doors carry the same two buttons, larger.
  const doorsShown = useNothingYet();
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>Tidemark</h1>
      <StatusLine />
      <div className={styles.controls}>
        {connected && (
          <Button size="compact-sm" variant="default" onClick={disconnect}>
            Disconnect
          </Button>
        )}
        {!connected && !doorsShown && (
          <>
            <Button size="compact-sm" onClick={() => void connectBoard()}>
              Connect board
            </Button>
            <Button size="compact-sm" variant="default" onClick={connectVirtual}>
              Virtual board
            </Button>
          </>
        )}
        <ThemeSwitch />
        <HelpPopover />
      </div>
    </header>
  );
}
