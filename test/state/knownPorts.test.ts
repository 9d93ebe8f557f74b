import { expect, it } from 'vitest';
import type { GrantedPort } from '../../src/board/portPicker.ts';
import { createWorld } from './world.ts';

const port = (identity: number): GrantedPort => ({
  key: { usbVendorId: 0x10c4, usbProductId: 0xea60, nth: 0 },
  identity,
});

it('the ports of the browser are told when others are plugged in, and not when they are the same', async () => {
  let plugged: GrantedPort[] = [];
  let change = (): void => undefined;
  const { knownPorts } = createWorld({
    ports: {
      granted: async () => plugged,
      onChanged: (listener) => {
        change = listener;
        return () => undefined;
      },
    },
  }).tidemark;
  const told: number[][] = [];
  knownPorts.subscribe((ports) => told.push(ports.map(({ identity }) => identity)));
  const plug = async (...identities: number[]): Promise<void> => {
    plugged = identities.map(port);
    change();
    await new Promise((resolve) => setTimeout(resolve));
  };

  await plug();
  expect(told).toEqual([]);
  await plug(1);
  await plug(1);
  expect(told).toEqual([[1]]);
  await plug(2);
  await plug();
  expect(told).toEqual([[1], [2], []]);
});
