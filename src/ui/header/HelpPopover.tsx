import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { VERSION } from '../../version.ts';
import { Glossary } from '../explain/Glossary.tsx';
import { PRESENTER_WORDS } from '../presenter/words.ts';
import { canPresent, useBoard, useView } from '../tidemarkContext.ts';
import { ChapterButtons } from '../tour/ChapterButtons.tsx';
import { TourButtons } from '../tour/TourButtons.tsx';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import styles from './header.module.css';

export function HelpPopover(): ReactNode {
  const showOverlay = useView((state) => state.showOverlay);
  const present = useView((state) => state.present);
  const presentable = useBoard(canPresent);
  return (
    <Popover width={380} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" aria-label="Help">
          ?
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Help" className={styles.help}>
        <ul tabIndex={-1} data-autofocus>
          <li>
            Virtual machine, Virtual pump and Virtual Uno start at once and need nothing; Connect
            board asks for a USB port.
          </li>
          <li>The detector learns for a few blocks, then marks what lies beyond the limits.</li>
          <li>Edit a parameter: this browser uses it at once. Push to board sends it there.</li>
          <li>Drag over the signal to look closer; a row of the list jumps to its event.</li>
          <li>
            Every session is recorded in this browser: ▾ beside Connect board lists them, to play
            back, rename, download or delete. A browser that crashed offers its session back.
          </li>
        </ul>
        <Glossary />
        <div className={styles.helpButtons}>
          <Button size="compact-sm" variant="default" onClick={() => showOverlay('keys')}>
            Keys (?)
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => showOverlay('commands')}>
            All commands (Ctrl+K)
          </Button>
          {presentable && (
            <Button size="compact-sm" variant="default" onClick={() => present(true)}>
              {PRESENTER_WORDS.command} (V)
            </Button>
          )}
        </div>
        <TourButtons />
        <div className={styles.helpButtons}>
          <ChapterButtons but="loop" />
        </div>
        <TroubleButton topic="not-listed">I can’t see my board</TroubleButton>
        <p className={styles.version}>Tidemark {VERSION}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
