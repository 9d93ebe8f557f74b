import { Button, Menu } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useRecordings, useTidemark } from '../tidemarkContext.ts';
import styles from './recordings.module.css';
import { SessionsMenuItem } from './SessionsMenuItem.tsx';
import { RECORDING_WORDS } from './sessionsWords.ts';

/** Whether this session is being recorded, and the way to change that. */
export function RecordingSign(): ReactNode {
  const { record } = useTidemark();
  const state = useRecordings(({ recording }) => recording);
  const menuButton = useRef<HTMLButtonElement>(null);
  if (state.phase === 'waiting') return null;
  const recording = state.phase === 'recording';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button ref={menuButton} size="compact-sm" variant="default" className={styles.sign}>
          {recording ? (
            <>
              <span aria-hidden="true" className={styles.dot}>
                ●
              </span>
              {RECORDING_WORDS.recording(state.bytes)}
            </>
          ) : (
            RECORDING_WORDS.notRecording
          )}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {recording ? (
          <Menu.Item onClick={() => record(false)}>{RECORDING_WORDS.stop}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => record(true)}>{RECORDING_WORDS.start}</Menu.Item>
        )}
        <SessionsMenuItem menuButton={menuButton} />
      </Menu.Dropdown>
    </Menu>
  );
}
