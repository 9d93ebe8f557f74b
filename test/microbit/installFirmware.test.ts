import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import type { Firmware } from '../../src/board/installer/installLayout.ts';
import { microbitProgram } from '../../src/board/installer/microbitProgram.ts';
import { openRepl } from '../../src/board/installer/rawRepl.ts';
import { install, lineTo } from '../repl/replBench.ts';
import { atDesk, PATIENCE_MS } from '../thoroughness.ts';
import { hasMicrobit, type Microbit, startMicrobit } from './qemu.ts';

const files = loadFirmwareFiles();

function firmware(version: string): Firmware {
  return { version, files, small: (piecesPath) => microbitProgram(files, piecesPath) };
}

describe.skipIf(!hasMicrobit)('our firmware, installed by us on a BBC micro:bit v1 in QEMU', () => {
  let microbit: Microbit;

  beforeAll(async () => {
    microbit = await startMicrobit();
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  it('says hello and streams', async () => {
    const line = lineTo(microbit);
    const { outcome, plan } = await install(line, { loadFirmware: async () => firmware('0.1.0') });
    expect(outcome.kind).toBe('done');
    expect(plan?.writes.map(({ path }) => path)).toEqual([
      'tidea_main.py',
      'tidea_pieces',
      'main.py',
    ]);
    expect(await line.inbox.until('h,protocol=1,firmware=tidemark,', PATIENCE_MS)).not.toBeNull();
    expect(await line.inbox.until('\ns,9,', PATIENCE_MS)).not.toBeNull();
  });

  it.skipIf(atDesk)('does not fit twice: an update says so, and the old one goes on', async () => {
    const line = lineTo(microbit);
    const { outcome } = await install(line, { loadFirmware: async () => firmware('0.2.0') });
    expect(outcome).toMatchObject({
      kind: 'failed',
      fault: { code: 'no-space' },
      unchanged: true,
    });
    expect(await line.inbox.until('\ns,9,', PATIENCE_MS)).not.toBeNull();
  });

  it.skipIf(atDesk)('goes again without a trace', async () => {
    const line = lineTo(microbit);
    await line.inbox.until('\ns,', PATIENCE_MS);
    await line.write(new TextEncoder().encode('save\n'));
    expect(await line.inbox.until('r,,ok', PATIENCE_MS)).not.toBeNull();
    const { outcome } = await install(line, {
      loadFirmware: async () => firmware('0.1.0'),
      action: 'uninstall',
    });
    expect(outcome.kind).toBe('done');
    const repl = await openRepl(line, true, () => undefined);
    expect((await repl.run('import os\nprint(os.listdir())\n')).output.trim()).toBe('[]');
  });
});
