import { expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import { FIRMWARE_VERSION, isOlder } from '../../../src/board/installer/firmwareVersion.ts';

it('is the version that the firmware says of itself', () => {
  const said = /^HELLO = "[^"]*\bversion=([\d.]+)/m.exec(loadFirmwareFiles()['line.py'] ?? '')?.[1];
  expect(FIRMWARE_VERSION).toBe(said);
});

it.each([
  ['0.1.0', '0.1.1', true],
  ['0.9.0', '0.10.0', true],
  ['0.1.0', '0.1.0', false],
  ['1.0.0', '0.9.9', false],
  ['0.1', '0.1.1', true],
  ['', '0.1.0', true],
])('%s before %s: %s', (version, than, older) => {
  expect(isOlder(version, than)).toBe(older);
});
