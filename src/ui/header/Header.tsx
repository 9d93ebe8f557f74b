import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { BoardMenu } from '../install/BoardMenu.tsx';
import { useBoard, useNothingYet, useTidemark } from '../tidemarkContext.ts';
import { ConnectButton } from './ConnectButton.tsx';
import { HelpPopover } from './HelpPopover.tsx';
import styles from './header.module.css';
import { StatusLine } from './StatusLine.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function Header(): ReactNode {
  const { connectVirtual, disconnect } = useTidemark();
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  const connected = phase !== 'idle' && phase !== 'lost' && phase !== 'failed';
  // The start doors carry the same two buttons, larger.
  const doorsShown = useNothingYet();
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>Tidemark</h1>
      <StatusLine />
      <div className={styles.controls}>
        {!doorsShown && <ConnectButton />}
        {!doorsShown && !(connected && source?.kind === 'virtual') && (
          <Button size="compact-sm" variant="default" onClick={connectVirtual}>
            Virtual board
          </Button>
        )}
        <BoardMenu />
        {connected && (
          <Button size="compact-sm" variant="default" onClick={disconnect}>
            Disconnect
          </Button>
        )}
        <ThemeSwitch />
        <HelpPopover />
      </div>
    </header>
  );
}
