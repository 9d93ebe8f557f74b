import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { type ConnectionPhase, natureOf } from '../../board/connectionPhases.ts';
import { FIRST_MACHINE } from '../../board/virtualMachines.ts';
import { AlarmMenu } from '../alarms/AlarmMenu.tsx';
import { AlarmSign } from '../alarms/AlarmSign.tsx';
import { useAlarmKeys } from '../alarms/useAlarmKeys.ts';
import { LanguageSwitch } from '../controls/LanguageSwitch.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { BoardMenu } from '../install/BoardMenu.tsx';
import { RecordingSign } from '../recordings/RecordingSign.tsx';
import { useBoard, useNothingYet, useTidemark } from '../tidemarkContext.ts';
import { useHeightOf } from '../useHeightOf.ts';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';
import { BaudSelect } from './BaudSelect.tsx';
import { ConnectButton } from './ConnectButton.tsx';
import { HelpPopover } from './HelpPopover.tsx';
import styles from './header.module.css';
import { HEADER_WORDS } from './headerWords.ts';
import { StatusLine } from './StatusLine.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function Header(): ReactNode {
  useAlarmKeys();
  const always = useRef<HTMLDivElement>(null);
  useHeightOf(always, '--status-height');
  const { connectVirtual, disconnect } = useTidemark();
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  const connected = natureOf(phase) !== 'resting' && phase !== 'asking';
  // The start doors carry the same two buttons, larger; while connected the menu has the second.
  const doorsShown = useNothingYet();
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>Tidemark</h1>
      <div ref={always} className={styles.always}>
        <StatusLine />
        <AlarmSign />
      </div>
      <div className={styles.controls}>
        {!doorsShown && <ConnectButton />}
        <BaudSelect />
        {!doorsShown && !connected && (
          <Button size="compact-sm" variant="default" onClick={() => connectVirtual()}>
            {MACHINE_WORDS[FIRST_MACHINE].name}
          </Button>
        )}
        {!doorsShown && <ExportMenu />}
        <BoardMenu />
        {connected && (
          <Button size="compact-sm" variant="default" onClick={disconnect}>
            {closeWords(phase, source?.kind === 'replay')}
          </Button>
        )}
        <AlarmMenu />
        <RecordingSign />
        {doorsShown && <LanguageSwitch />}
        <ThemeSwitch />
        <HelpPopover />
      </div>
    </header>
  );
}

function closeWords(phase: ConnectionPhase, isReplay: boolean): string {
  if (phase === 'reconnecting') return HEADER_WORDS.stopReconnecting;
  return isReplay ? HEADER_WORDS.closeRecording : HEADER_WORDS.disconnect;
}
