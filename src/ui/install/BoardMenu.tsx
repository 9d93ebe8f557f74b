import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { FIRMWARE_VERSION, isOlder } from '../../board/installer/firmwareVersion.ts';
import { useBoard, useInstall } from '../tidemarkContext.ts';

/** What can be done to the board's own program; nothing for boards that have none. */
export function BoardMenu(): ReactNode {
  const { phase, kind, identity } = useBoard((state) => state.connection);
  const source = useBoard((state) => state.source);
  const open = useInstall((state) => state.open);
  if (!source || !('port' in source) || kind === null) return null;
  if (phase !== 'streaming' && phase !== 'silent') return null;
  const isOld = identity !== null && isOlder(identity.version, FIRMWARE_VERSION);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          Board ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('install', kind === 'repl')}>
          {installWord(kind === 'tidemark', isOld)}
        </Menu.Item>
        <Menu.Item onClick={() => open('uninstall', kind === 'repl')}>
          Uninstall Tidemark…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function installWord(isOurs: boolean, isOld: boolean): string {
  if (!isOurs) return 'Install Tidemark on this board…';
  return isOld ? `Update Tidemark to ${FIRMWARE_VERSION}…` : 'Install Tidemark again…';
}
