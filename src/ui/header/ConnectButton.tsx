import { Button, ButtonGroup, Menu } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { knownBoard } from '../../board/knownBoards.ts';
import type { GrantedPort } from '../../board/portPicker.ts';
import { MACHINES } from '../../board/virtualMachines.ts';
import { BoardIcon } from '../boards/BoardIcon.tsx';
import { OutsideText } from '../OutsideText.tsx';
import { portWords } from '../portWords.ts';
import { SessionsMenuItem } from '../recordings/SessionsMenuItem.tsx';
import { useTidemark } from '../tidemarkContext.ts';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';
import { HEADER_WORDS } from './headerWords.ts';

/** Asks for a board; beside it, those that were connected before, and the other ways to begin. */
export function ConnectButton(): ReactNode {
  const { connectBoard, connectKnown, connectVirtual, knownPorts } = useTidemark();
  const known = useStore(knownPorts);
  const menuButton = useRef<HTMLButtonElement>(null);
  return (
    <ButtonGroup>
      <Button
        size="compact-sm"
        variant="default"
        data-tour="connect"
        onClick={() => void connectBoard()}
      >
        {HEADER_WORDS.connect}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            ref={menuButton}
            size="compact-sm"
            variant="default"
            px={8}
            aria-label={HEADER_WORDS.others}
          >
            ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {known.map((port) => (
            <Menu.Item
              leftSection={<BoardIcon usb={usbOf(port)} />}
              key={`${port.key.usbVendorId}:${port.key.usbProductId}:${port.key.nth}`}
              title={HEADER_WORDS.known}
              onClick={() => void connectKnown(port)}
            >
              {HEADER_WORDS.again} <OutsideText>{portWords(port.key)}</OutsideText>
            </Menu.Item>
          ))}
          {MACHINES.map((machine) => (
            <Menu.Item key={machine} onClick={() => connectVirtual({ machine })}>
              {MACHINE_WORDS[machine].name}
            </Menu.Item>
          ))}
          <SessionsMenuItem menuButton={menuButton} />
        </Menu.Dropdown>
      </Menu>
    </ButtonGroup>
  );
}

const usbOf = ({ key }: GrantedPort) => knownBoard(key.usbVendorId, key.usbProductId)?.usb ?? null;
