import { Button, Menu } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { FIRMWARE_VERSION, isOlder } from '../../board/installer/firmwareVersion.ts';
import type { InstallAction } from '../../board/installer/installPlan.ts';
import { knownBoard } from '../../board/knownBoards.ts';
import { SKETCH_WORDS } from '../sketch/sketchWords.ts';
import { useBoard, useInstall, useView } from '../tidemarkContext.ts';

/** Finds the button of the menu, which the dialog gives the focus back to. */
export const BOARD_MENU_SELECTOR = '[data-board-menu]';

/** What can be done to the board's own program; nothing for boards that have none. */
export function BoardMenu(): ReactNode {
  const { phase, kind, identity, programEnd } = useBoard((state) => state.connection);
  const source = useBoard((state) => state.source);
  const open = useInstall((state) => state.open);
  const showOverlay = useView((state) => state.showOverlay);
  const menuButton = useRef<HTMLButtonElement>(null);
  if (!source || !('port' in source) || kind === null) return null;
  // While it is being installed the dialog lies over it.
  if (phase !== 'streaming' && phase !== 'silent' && phase !== 'installing') return null;
  // No browser writes on what runs a sketch: its way is the Arduino IDE.
  const { usbVendorId, usbProductId } = source.port;
  const runsSketch = knownBoard(usbVendorId, usbProductId)?.runs === 'Arduino';
  const isOld = identity !== null && isOlder(identity.version, FIRMWARE_VERSION);
  const begin = (action: InstallAction): void => {
    // The item goes with its menu: the focus must come back to something that stays.
    menuButton.current?.focus();
    open(action, kind === 'repl' || programEnd !== null);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button ref={menuButton} data-board-menu size="compact-sm" variant="default">
          Board ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!runsSketch && (
          <>
            <Menu.Item onClick={() => begin('install')}>
              {installWord(kind === 'tidemark', isOld)}
            </Menu.Item>
            <Menu.Item onClick={() => begin('uninstall')}>Uninstall Tidemark…</Menu.Item>
          </>
        )}
        <Menu.Item
          onClick={() => {
            menuButton.current?.focus();
            showOverlay('sketch');
          }}
        >
          {SKETCH_WORDS.choice}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function installWord(isOurs: boolean, isOld: boolean): string {
  if (!isOurs) return 'Install Tidemark on this board…';
  return isOld ? `Update Tidemark to ${FIRMWARE_VERSION}…` : 'Install Tidemark again…';
}
