import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SWITCH_MICROBIT } from '../../src/board/installer/boardPython.ts';
import type { Firmware } from '../../src/board/installer/installLayout.ts';
import { openRepl, type Repl } from '../../src/board/installer/rawRepl.ts';
import { install, lineTo, type TestLine } from '../repl/replBench.ts';
import { atDesk, PATIENCE_MS, TEST_MS } from '../thoroughness.ts';
import { hasMicrobit, type Microbit, startMicrobit } from './qemu.ts';

/** Stands for the firmware: says hello by way of a second module, then goes on until Ctrl-C. */
function payload(version: string): Firmware {
  return {
    version,
    files: {
      'main.py': `"""Starts it."""

import greeting


def run():
    greeting.say("${version}")
    while True:
        greeting.tick()
`,
      'greeting.py': `"""What it says."""

import time


def say(version):
    """Once."""
    print("h,version=" + version)  # "#" is no comment


def tick():
    time.sleep_ms(20)
`,
    },
  };
}

const OLD_MAIN = 'print("the old program")\n';
const NEW = payload('2.0');
const CUTS = 10;

describe.skipIf(!hasMicrobit)('installing on a BBC micro:bit v1 in QEMU', () => {
  let microbit: Microbit;

  beforeAll(async () => {
    microbit = await startMicrobit();
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  const checkNothing = (): void => undefined;
  const openAtPrompt = (line: TestLine): Promise<Repl> => openRepl(line, true, checkNothing);
  const loadNew = async (): Promise<Firmware> => NEW;

  /** Empties the file system and puts a program of somebody else's there. */
  async function putOldProgram(main: string | null = OLD_MAIN): Promise<void> {
    const repl = await openAtPrompt(lineTo(microbit));
    await repl.run('import os\nfor n in os.listdir():os.remove(n)\n');
    if (main !== null) {
      await repl.run(`f=open('main.py','w')\nf.write(${JSON.stringify(main)})\nf.close()\n`);
    }
  }

  /** What the board does when it gets its power back. */
  async function afterPowerCut(): Promise<string> {
    const line = lineTo(microbit);
    await microbit.reset();
    // Its UART begins with a NUL; before that comes what it was saying when it lost its power.
    await line.inbox.until('\0', PATIENCE_MS);
    return ((await line.inbox.until('\n', PATIENCE_MS)) ?? '').replaceAll('\0', '').trim();
  }

  async function filesOnBoard(): Promise<string[]> {
    const repl = await openAtPrompt(lineTo(microbit));
    const { output } = await repl.run('import os\nfor n in os.listdir():print(n)\n');
    return output.trim().split(/\s+/).sort();
  }

  it('stops the program, keeps it as main.py.bak, and starts ours', async () => {
    await putOldProgram(`import time\n${OLD_MAIN}while True:time.sleep_ms(10)\n`);
    await afterPowerCut();
    const line = lineTo(microbit);
    const { outcome, plan, progress } = await install(line, { loadFirmware: loadNew });
    expect(outcome.kind).toBe('done');
    expect(await line.inbox.until('h,version=2.0\r\n', PATIENCE_MS)).not.toBeNull();
    expect(plan).toMatchObject({
      machine: 'micro:bit with nRF51822',
      release: '1.0.1',
      freeBytes: null,
      minified: true,
      backup: 'main.py.bak',
      stoppedProgram: true,
    });
    expect(progress.at(-1)).toMatchObject({ stage: 'starting', done: 1 });
    expect(await filesOnBoard()).toEqual([
      'main.py',
      'main.py.bak',
      'tidea_greeting.py',
      'tidea_main.py',
    ]);
  });

  it('leaves a program alone that nobody has allowed to stop', async () => {
    expect(await afterPowerCut()).toBe('h,version=2.0');
    const { outcome, plan } = await install(lineTo(microbit), {
      loadFirmware: loadNew,
      mayInterrupt: false,
    });
    expect([outcome, plan]).toEqual([{ kind: 'busy' }, null]);
  });

  it('updates beside the old version, then removes that', async () => {
    const line = lineTo(microbit);
    const { plan } = await install(line, { loadFirmware: async () => payload('3.0') });
    expect(plan).toMatchObject({ installedVersion: '2.0', version: '3.0', backup: null });
    expect(await line.inbox.until('h,version=3.0\r\n', PATIENCE_MS)).not.toBeNull();
    expect(await filesOnBoard()).toEqual([
      'main.py',
      'main.py.bak',
      'tideb_greeting.py',
      'tideb_main.py',
    ]);
  });

  it('uninstalls: the old program is main.py again, and nothing of ours is left', async () => {
    const line = lineTo(microbit);
    const { outcome } = await install(line, { loadFirmware: loadNew, action: 'uninstall' });
    expect(outcome).toMatchObject({ kind: 'done', plan: { restores: 'main.py.bak' } });
    expect(await line.inbox.until('the old program\r\n', PATIENCE_MS)).not.toBeNull();
    expect(await filesOnBoard()).toEqual(['main.py']);
  });

  it.skipIf(atDesk)(
    'is cancelled half-way: what was written is removed, the old program starts again',
    async () => {
      await putOldProgram();
      let half = false;
      const line = lineTo(microbit);
      const { outcome } = await install(line, {
        loadFirmware: loadNew,
        isCancelled: () => half,
        progress: ({ done }) => {
          half = done > 0.5;
        },
      });
      expect(outcome).toEqual({ kind: 'cancelled' });
      expect(await filesOnBoard()).toEqual(['main.py']);
      expect(await afterPowerCut()).toBe('the old program');
    },
  );

  it.skipIf(atDesk)('says so when there is no room, and leaves nothing behind', async () => {
    await putOldProgram();
    const big = Array.from({ length: 900 }, (_, n) => `v${n} = ${n * 1_234_567}\n`).join('');
    const { outcome } = await install(lineTo(microbit), {
      loadFirmware: async () => ({
        version: '9',
        files: { 'main.py': 'import big\ndef run():\n  pass\n', 'big.py': big },
      }),
    });
    expect(outcome).toMatchObject({
      kind: 'failed',
      fault: { code: 'no-space' },
      unchanged: true,
    });
    expect(await filesOnBoard()).toEqual(['main.py']);
  });

  it.skipIf(atDesk)(
    `is old or new after a power cut, at ${CUTS} points of the write`,
    async () => {
      await putOldProgram();
      const whole = lineTo(microbit);
      await install(whole, { loadFirmware: loadNew });
      const found: string[] = [];
      for (let cut = 0; cut < CUTS; cut += 1) {
        await putOldProgram();
        const line = lineTo(microbit);
        // Closer together towards the end, where the board switches.
        const share = 1 - (1 - (cut + 1) / (CUTS + 1)) ** 2;
        line.cutAfter(Math.round(whole.sent() * share), () => undefined);
        await install(line, { loadFirmware: loadNew });
        found.push(await afterPowerCut());
      }
      for (const said of found) expect(said).toMatch(/^(the old program|h,version=2\.0)$/);
      expect(found[0]).toBe('the old program');
    },
    2 * TEST_MS,
  );

  it.skipIf(atDesk)(
    `is the older or the newer after a power cut, at ${CUTS} points of an update`,
    async () => {
      await putOldProgram();
      await install(lineTo(microbit), { loadFirmware: loadNew });
      const whole = lineTo(microbit);
      await install(whole, { loadFirmware: async () => payload('3.0') });
      let here = '3.0';
      for (let cut = 1; cut <= CUTS; cut += 1) {
        const other = here === '3.0' ? '2.0' : '3.0';
        const line = lineTo(microbit);
        line.cutAfter(Math.round((whole.sent() * cut) / (CUTS + 1)), () => undefined);
        await install(line, { loadFirmware: async () => payload(other) });
        const said = await afterPowerCut();
        expect([`h,version=${here}`, `h,version=${other}`]).toContain(said);
        here = said.slice(-3);
      }
    },
    2 * TEST_MS,
  );

  it.skipIf(atDesk)(
    `is still ours or the old one after a power cut, at ${CUTS} points of uninstalling`,
    async () => {
      await putOldProgram();
      await install(lineTo(microbit), { loadFirmware: loadNew });
      const whole = lineTo(microbit);
      await install(whole, { loadFirmware: loadNew, action: 'uninstall' });
      let isOurs = false;
      for (let cut = 1; cut <= CUTS; cut += 1) {
        if (!isOurs) await install(lineTo(microbit), { loadFirmware: loadNew });
        const line = lineTo(microbit);
        line.cutAfter(Math.round((whole.sent() * cut) / (CUTS + 1)), () => undefined);
        await install(line, { loadFirmware: loadNew, action: 'uninstall' });
        const said = await afterPowerCut();
        expect(['h,version=2.0', 'the old program']).toContain(said);
        isOurs = said === 'h,version=2.0';
      }
    },
    2 * TEST_MS,
  );

  it.skipIf(atDesk).each([
    ['switching', 'the old program'],
    ['clearing', 'h,version=2.0'],
    ['starting', 'h,version=2.0'],
  ])('is cut off when it begins %s: %s', async (stage, expected) => {
    await putOldProgram();
    const line = lineTo(microbit);
    const { outcome } = await install(line, {
      loadFirmware: loadNew,
      progress: (step) => {
        if (step.stage === stage) line.cutAfter(line.sent(), () => undefined);
      },
    });
    expect(outcome).toMatchObject({ kind: 'failed', fault: { code: 'vanished' } });
    expect(await afterPowerCut()).toBe(expected);
  });

  it.skipIf(atDesk)('is old or new between any two flash writes of the switch', async () => {
    const [defineFind, defineClear] = SWITCH_MICROBIT;
    const steps = ['c(n[0]+8,512)\n', 'c(o[0]+8,256)\n', "os.remove('main.px')\n"];
    for (let done = 0; done <= steps.length; done += 1) {
      await putOldProgram();
      const repl = await openAtPrompt(lineTo(microbit));
      await repl.run("import os\nf=open('main.p{','w')\nf.write('print(\"h,new\")')\nf.close()\n");
      for (const code of [defineFind, defineClear, ...steps.slice(0, done)]) {
        expect((await repl.run(code)).error).toBe('');
      }
      const said = await afterPowerCut();
      // Between the first two there are two whole files of that name, and the board takes one.
      if (done !== 1) expect(said).toBe(done === 0 ? 'the old program' : 'h,new');
      else expect(['the old program', 'h,new']).toContain(said);
    }
  });

  it.skipIf(atDesk)(
    'finds its way out of what a cut has left, and installs at the next try',
    async () => {
      await putOldProgram();
      const line = lineTo(microbit);
      line.cutAfter(1800, () => undefined);
      expect((await install(line, { loadFirmware: loadNew })).outcome).toMatchObject({
        kind: 'failed',
        fault: { code: 'vanished' },
      });
      const again = lineTo(microbit);
      expect((await install(again, { loadFirmware: loadNew })).outcome.kind).toBe('done');
      expect(await again.inbox.until('h,version=2.0\r\n', PATIENCE_MS)).not.toBeNull();
    },
  );
});
