import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { BoardIdentity, BoardKind } from '../../../src/analysis/messages/connectionState.ts';
import { NOT_CONNECTED } from '../../../src/analysis/messages/connectionState.ts';
import { FIRMWARE_VERSION } from '../../../src/board/installer/firmwareVersion.ts';
import type { PortKey } from '../../../src/board/source.ts';
import { BoardMenu } from '../../../src/ui/install/BoardMenu.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const identityOf = (version: string): BoardIdentity => ({
  board: 'Pico',
  id: '0a',
  sensor: 'simulated',
  version,
  floatBits: 32,
  rules: 3,
  can: [],
  most: null,
  fitsMs: null,
  model: null,
  saved: false,
});

const PICO = { usbVendorId: 0x2e8a, usbProductId: 5, nth: 0 };
const UNO = { usbVendorId: 0x2341, usbProductId: 0x43, nth: 0 };

it.each<[BoardKind, string | null, string]>([
  ['repl', null, 'Install Tidemark on this board…'],
  ['foreign', null, 'Install Tidemark on this board…'],
  ['tidemark', '0.0.1', `Update Tidemark to ${FIRMWARE_VERSION}…`],
  ['tidemark', FIRMWARE_VERSION, 'Install Tidemark again…'],
])('a board of kind %s with version %s is offered: %s', async (kind, version, words) => {
  expect(await offered(PICO, kind, version)).toEqual([
    words,
    'Uninstall Tidemark…',
    'Arduino sketch…',
  ]);
});

it('a board that runs a sketch is offered another, and no program that the page cannot put there', async () => {
  expect(await offered(UNO, 'tidemark', '0.0.1')).toEqual(['Arduino sketch…']);
});

async function offered(port: PortKey, kind: BoardKind, version: string | null) {
  const source = { kind: 'serial', port, baudRate: 115_200 } as const;
  const world = createWorld({ ports: { pick: async () => ({ ok: true, source }) } });
  renderWith(world, <BoardMenu />);
  act(() => {
    world.tidemark.board.getState().opening(source, false);
    world.tidemark.client.open(source);
    world.worker.say({
      type: 'connection',
      ...NOT_CONNECTED,
      session: world.tidemark.board.getState().connection.session + 1,
      phase: 'silent',
      kind,
      identity: version === null ? null : identityOf(version),
    });
  });
  await userEvent.click(screen.getByText('Board ▾'));
  return (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
}
