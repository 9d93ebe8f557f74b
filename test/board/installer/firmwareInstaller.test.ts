import { afterEach, describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import { filesFor } from '../../../src/board/installer/boardProfile.ts';
import type { Firmware } from '../../../src/board/installer/installLayout.ts';
import { createReplInbox as lineInbox } from '../../../src/board/installer/replInbox.ts';
import type { RawPaste } from '../../repl/rawPasteFront.ts';
import { install, lineTo, type TestLine } from '../../repl/replBench.ts';
import { startWasmRepl, type WasmRepl } from '../../repl/wasmRepl.ts';
import { atDesk, PATIENCE_MS, thorough } from '../../thoroughness.ts';

const OLD = { 'main.py': 'print("the old program")\n' };
const FIRMWARE: Firmware = { version: '0.1.0', files: loadFirmwareFiles() };
const loadFirmware = async (): Promise<Firmware> => FIRMWARE;
const CUTS = thorough(2, 10);

/** Says hello as ours does, and is written in no time. */
const SMALL: Firmware = {
  version: '0.1.0',
  files: {
    'main.py': `from application import VERSION


def run():
    print("h,protocol=1,firmware=tidemark,version=" + VERSION + ",saved=0")
`,
    'application.py': `"""Its version."""

VERSION = "0.1.0"
`,
    'table.py': Array.from({ length: 100 }, (_, n) => `ROW_${n} = ${n * 12_345}\n`).join(''),
  },
};
/** What is cut off again and again: at a desk it is what goes fast. */
const CUT = thorough(SMALL, FIRMWARE);
const loadCut = async (): Promise<Firmware> => CUT;

/** The same firmware, which says that it is of this version. */
function version(number: string): Firmware {
  const application = CUT.files['application.py'] ?? '';
  return {
    version: number,
    files: {
      ...CUT.files,
      'application.py': application.replace(/^VERSION = .*$/m, `VERSION = "${number}"`),
    },
  };
}

let board: WasmRepl | null = null;

afterEach(async () => {
  await board?.stop();
  board = null;
});

async function start(
  flash: Readonly<Record<string, string>>,
  rawPaste: RawPaste = 'offered',
): Promise<{ board: WasmRepl; line: TestLine }> {
  board = await startWasmRepl({ flash, rawPaste });
  return { board, line: lineTo(board) };
}

/** The first line that the board says after it got its power back. */
async function afterPowerCut(cut: WasmRepl): Promise<string> {
  const line = lineTo(cut);
  await cut.reset();
  await line.inbox.until('\0', PATIENCE_MS);
  return ((await line.inbox.until('\n', PATIENCE_MS)) ?? '').trim();
}

describe('installing on MicroPython for WebAssembly', () => {
  it.each(['offered', 'refused'] as const)(
    'writes every file that the board needs, keeps main.py, and the board says hello (raw-paste %s)',
    async (rawPaste) => {
      const { board, line } = await start(OLD, rawPaste);
      const { outcome, plan, progress } = await install(line, { loadFirmware });
      expect(outcome.kind).toBe('done');
      expect(
        await line.inbox.until('\nh,protocol=1,firmware=tidemark', PATIENCE_MS),
      ).not.toBeNull();
      expect(board.windows() > 0).toBe(rawPaste === 'offered');
      expect(plan).toMatchObject({
        machine: 'webassembly',
        backup: 'main.py.bak',
        installedVersion: null,
        minified: false,
        stoppedProgram: false,
      });
      expect(plan?.freeBytes).toBeGreaterThan(100_000);
      const flash = board.flash();
      expect(flash['main.py.bak']).toBe(OLD['main.py']);
      const written = Object.entries(filesFor(FIRMWARE.files, 'webassembly'));
      expect(written.length).toBeLessThan(Object.keys(FIRMWARE.files).length);
      for (const [name, source] of written) {
        expect(flash[`tidemark_a/${name}`]).toBe(source);
      }
      expect(Object.keys(flash)).toHaveLength(written.length + 2);
      const shares = progress.map(({ done }) => done);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    },
  );

  it('starts what it wrote, by way of a main.py that names the folder', async () => {
    const { line } = await start({ 'line.py': 'WHOSE = "the person’s"\n' });
    const files = {
      'main.py':
        'from line import WHOSE\nfrom boards.one import NAME\n\n\ndef run():\n    print(WHOSE, NAME)\n',
      'line.py': 'WHOSE = "ours"\n',
      'boards/one.py': 'NAME = "one"\n',
    };
    const { plan } = await install(line, { loadFirmware: async () => ({ version: '1', files }) });
    expect(await line.inbox.until('ours one', PATIENCE_MS)).not.toBeNull();
    expect(plan).toMatchObject({ backup: null });
  });

  it('updates into the other slot, keeps the saved parameters, and forgets the old slot', async () => {
    const { board, line } = await start(OLD);
    await install(line, { loadFirmware });
    await line.inbox.until('\nh,', PATIENCE_MS);
    await line.write(new TextEncoder().encode('save\n'));
    await line.inbox.until('\nr,,ok', PATIENCE_MS);
    const newer = { ...FIRMWARE, version: '0.2.0' };
    const { outcome, plan } = await install(line, { loadFirmware: async () => newer });
    expect(outcome.kind).toBe('done');
    expect(plan).toMatchObject({ installedVersion: '0.1.0', version: '0.2.0', backup: null });
    expect(plan?.stoppedProgram).toBe(true);
    expect(await line.inbox.until('saved=1', PATIENCE_MS)).not.toBeNull();
    const names = Object.keys(board.flash());
    expect(names.some((name) => name.startsWith('tidemark_a'))).toBe(false);
    expect(names).toContain('tidemark_b/detector.py');
    expect(board.flash()['main.py']).toMatch(/^# Tidemark 0\.2\.0 slot=b before=main\.py\.bak\n/);
  });

  it('uninstalls: main.py.bak comes back, nothing of ours is left', async () => {
    const { board, line } = await start({ ...OLD, 'parameters.txt': 'mine', 'notes/a.txt': 'x' });
    await install(line, { loadFirmware });
    const { outcome } = await install(line, { loadFirmware, action: 'uninstall' });
    expect(outcome).toMatchObject({ kind: 'done', plan: { restores: 'main.py.bak' } });
    expect(await line.inbox.until('the old program', PATIENCE_MS)).not.toBeNull();
    expect(board.flash()).toEqual({ ...OLD, 'parameters.txt': 'mine', 'notes/a.txt': 'x' });
  });

  it('never overwrites an older backup of the person’s', async () => {
    const { board, line } = await start({ ...OLD, 'main.py.bak': 'precious' });
    const { plan } = await install(line, { loadFirmware: loadCut });
    expect(plan?.backup).toBe('main.py.bak2');
    expect(board.flash()).toMatchObject({
      'main.py.bak': 'precious',
      'main.py.bak2': OLD['main.py'],
    });
    await install(line, { loadFirmware: loadCut, action: 'uninstall' });
    expect(board.flash()).toEqual({ ...OLD, 'main.py.bak': 'precious' });
  });

  it('has nothing to uninstall where it was not installed, and says so', async () => {
    const { board, line } = await start(OLD);
    const { outcome } = await install(line, { loadFirmware: loadCut, action: 'uninstall' });
    expect(outcome).toMatchObject({ kind: 'failed', fault: { code: 'not-installed' } });
    expect(board.flash()).toEqual(OLD);
  });

  it('changes nothing when the plan is not confirmed', async () => {
    const { board, line } = await start(OLD);
    const { outcome } = await install(line, { loadFirmware: loadCut, confirm: async () => false });
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(board.flash()).toEqual(OLD);
  });

  it.each([0.02, 0.5, 0.99])('is cancelled at %f: the board is as it was', async (share) => {
    const { board, line } = await start(OLD);
    let reached = false;
    const { outcome } = await install(line, {
      loadFirmware: loadCut,
      isCancelled: () => reached,
      progress: ({ done }) => {
        reached ||= done >= share;
      },
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(board.flash()).toEqual(OLD);
    expect(await afterPowerCut(board)).toBe('the old program');
  });

  it(`is old or new when the plug is pulled, at ${CUTS} points of the write`, async () => {
    const whole = await start(OLD);
    await install(whole.line, { loadFirmware: loadCut });
    const bytes = whole.line.sent();
    const found: string[] = [];
    for (let cut = 0; cut < CUTS; cut += 1) {
      await board?.stop();
      const { board: fresh, line } = await start(OLD);
      line.cutAfter(Math.round((bytes * (cut + 1)) / CUTS), () => undefined);
      const { outcome } = await install(line, { loadFirmware: loadCut });
      if (cut < CUTS - 1) {
        expect(outcome).toMatchObject({ kind: 'failed', fault: { code: 'vanished' } });
      }
      found.push(await afterPowerCut(fresh));
    }
    for (const said of found) expect(said).toMatch(/^(the old program|h,protocol=1,.*)$/);
    expect(found[0]).toBe('the old program');
    expect(found.at(-1)).toMatch(/^h,/);
  });

  it(`is the older or the newer when the plug is pulled, at ${CUTS} points of an update`, async () => {
    const [older, newer] = [version('0.1.0'), version('0.2.0')];
    const { board: one, line } = await start(OLD);
    await install(line, { loadFirmware: async () => older });
    const whole = lineTo(one);
    await install(whole, { loadFirmware: async () => newer });
    let here = newer;
    for (let cut = 1; cut <= CUTS; cut += 1) {
      const other = here === newer ? older : newer;
      const again = lineTo(one);
      again.cutAfter(Math.round((whole.sent() * cut) / (CUTS + 1)), () => undefined);
      await install(again, { loadFirmware: async () => other });
      const said = /^h,.*,version=([\d.]+),/.exec(await afterPowerCut(one))?.[1];
      expect([here.version, other.version]).toContain(said);
      if (said === other.version) here = other;
    }
  });

  it(`is ours or the old one when the plug is pulled, at ${CUTS} points of uninstalling`, async () => {
    const { board: one, line } = await start(OLD);
    await install(line, { loadFirmware: loadCut });
    const whole = lineTo(one);
    await install(whole, { loadFirmware: loadCut, action: 'uninstall' });
    let isOurs = false;
    for (let cut = 1; cut <= CUTS; cut += 1) {
      if (!isOurs) await install(lineTo(one), { loadFirmware: loadCut });
      const again = lineTo(one);
      again.cutAfter(Math.round((whole.sent() * cut) / (CUTS + 1)), () => undefined);
      await install(again, { loadFirmware: loadCut, action: 'uninstall' });
      const said = await afterPowerCut(one);
      expect(said).toMatch(/^(the old program|h,protocol=1,.*)$/);
      isOurs = said.startsWith('h,');
    }
  });

  it.skipIf(atDesk)('is reached again in the middle of a paste, and installs then', async () => {
    const { board, line } = await start(OLD);
    line.cutAfter(20_000, () => undefined);
    await install(line, { loadFirmware });
    const again = lineTo(board);
    expect((await install(again, { loadFirmware })).outcome.kind).toBe('done');
    expect(await again.inbox.until('\nh,protocol=1', PATIENCE_MS)).not.toBeNull();
    expect(board.flash()['main.py.bak']).toBe(OLD['main.py']);
  });

  it.skipIf(atDesk)(
    'finds a file that was damaged on the way, writes it again, and gives up the second time',
    async () => {
      const { board, line } = await start(OLD);
      const damage = (times: number): TestLine => {
        let left = times;
        return {
          ...line,
          async write(bytes) {
            const text = new TextDecoder().decode(bytes);
            const bad = left > 0 && text.includes('Weibull');
            if (bad) left -= 1;
            await line.write(
              bad ? new TextEncoder().encode(text.replace('Weibull', 'Weibill')) : bytes,
            );
          },
        };
      };
      expect((await install(damage(1), { loadFirmware })).outcome.kind).toBe('done');
      expect(board.flash()['tidemark_a/weibull.py']).toBe(FIRMWARE.files['weibull.py']);
      const before = board.flash();
      const { outcome } = await install(damage(1000), { loadFirmware });
      expect(outcome).toMatchObject({
        kind: 'failed',
        fault: { code: 'hash-differs' },
        unchanged: true,
      });
      expect(board.flash()).toEqual(before);
    },
  );

  it('says so when no prompt is to be had', async () => {
    let ms = 0;
    const { board } = await start(OLD);
    const line = lineTo({ ...board, write: () => undefined });
    // Twenty seconds of Ctrl-C, by a clock that does not wait.
    const clock = {
      nowMs: () => ms,
      after: (wait: number, task: () => void) => {
        const timer = setTimeout(() => {
          ms += wait;
          task();
        });
        return () => clearTimeout(timer);
      },
    };
    const { outcome } = await install(
      { ...line, inbox: lineInbox(clock), clock },
      { loadFirmware },
    );
    expect(outcome).toMatchObject({ kind: 'failed', fault: { code: 'no-prompt' } });
    expect(ms).toBeGreaterThan(20_000);
  });
});
