import { Menu } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTidemark } from '../tidemarkContext.ts';
import { SESSIONS_WORDS } from './sessionsWords.ts';

interface SessionsMenuItemProps {
  /** What the menu hangs on. */
  readonly menuButton: RefObject<HTMLButtonElement | null>;
}

/** Opens the recorded sessions from a menu. */
export function SessionsMenuItem({ menuButton }: SessionsMenuItemProps): ReactNode {
  const { recordings } = useTidemark();
  return (
    <Menu.Item
      onClick={() => {
        // The item goes with its menu: the focus must come back to something that stays.
        menuButton.current?.focus();
        recordings.getState().openSessions();
      }}
    >
      {SESSIONS_WORDS.sessions}
    </Menu.Item>
  );
}
