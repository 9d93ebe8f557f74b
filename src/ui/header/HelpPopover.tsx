import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { VERSION } from '../../version.ts';
import { Glossary } from '../explain/Glossary.tsx';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import styles from './header.module.css';

export function HelpPopover(): ReactNode {
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
            Virtual machine and Virtual pump start at once and need nothing; Connect board asks for
            a USB port.
          </li>
          <li>The detector learns for a few blocks, then marks what lies beyond the limits.</li>
          <li>Edit a parameter: this browser uses it at once. Push to board sends it there.</li>
          <li>Drag over the signal to look closer; a row of the list jumps to its event.</li>
          <li>
            Keys in the signal: ← → move (with Shift far), + − zoom, Home start, End or L live,
            Space pause, A and B set the two cursors, Delete removes them.
          </li>
          <li>
            Mouse: wheel moves, Ctrl+wheel zooms, Shift+drag moves, Alt+click sets a cursor, double
            click goes back to live. Fingers: drag sideways, pinch.
          </li>
          <li>
            Every session is recorded in this browser: ▾ beside Connect board lists them, to play
            back, rename, download or delete. A browser that crashed offers its session back.
          </li>
          <li>Keys: ↑ ↓ in a number field step it, Enter takes it, Esc drops it or closes this.</li>
        </ul>
        <Glossary />
        <TroubleButton topic="not-listed">I can’t see my board</TroubleButton>
        <p className={styles.version}>Tidemark {VERSION}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
