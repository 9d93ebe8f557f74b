import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSum } from '../firmware/lineSum.ts';
import { atDesk, TEST_MS, thorough } from '../thoroughness.ts';
import { type InstalledMicrobit, installedMicrobit, SIMULATED } from './installedMicrobit.ts';
import { hasMicrobit } from './qemu.ts';

/** How many; TIDEMARK_COMMANDS=2000 for the long run. */
const COMMANDS = Number(process.env.TIDEMARK_COMMANDS ?? thorough(30, 400));
/** Each takes a block of samples, in the board's own time. */
const FITS = 20;
/** TIDEMARK_SEED for others. */
const SEED = Number(process.env.TIDEMARK_SEED ?? 11);
/** Share of the commands before which a line of any bytes is sent. */
const GARBAGE = 0.05;
const LINE_LIMIT = 150; // less the operation and its number
const ALL_MS = TEST_MS + 5000 * COMMANDS;
/** What a command that arrived whole is answered: obeyed, or refused for what it asked. */
const OBEYED = /^ok$|^error,range,(maxima|outliers),at most 16$/;
/** Refused for want of memory: counted, since another try hides it. */
const WANT = /^error,io/;
/** Asking for less long than there is no memory: 60 samples of 100 ms. */
const TRIES = 4;
const TRY_MS = 1000;

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Any parameters, at any values that the line protocol allows, also more than this board can. */
function anyChange(next: () => number): string {
  const whole = (low: number, high: number): string =>
    String(Math.floor(low * (high / low) ** next()));
  const decimal = (low: number, high: number): string =>
    (low + (high - low) * next()).toPrecision(6);
  const makers: Record<string, () => string> = {
    gamma: () => decimal(0.1, 20),
    delta: () => decimal(0.001, 0.999),
    maxima: () => whole(3, 64),
    outliers: () => whole(2, 64),
    meanGap: () => decimal(0, 3_600_000),
    period: () => decimal(1, 30),
    block: () => whole(2, 4096),
    memory: () => (next() < 0.2 ? '0' : whole(8, 1_000_000)),
    fatigue: () => decimal(0, 1),
    least: () => decimal(0, 100),
    tail: () => ['both', 'upper', 'lower'][Math.floor(3 * next())] ?? 'both',
  };
  const chosen = Object.entries(makers).filter(() => next() < 0.3);
  const pairs = (chosen.length > 0 ? chosen : Object.entries(makers).slice(0, 1)).map(
    ([name, make]) => `${name}=${make()}`,
  );
  while (pairs.join(',').length > LINE_LIMIT) pairs.pop();
  return pairs.join(',');
}

function anyCommand(next: () => number): [op: string, parameters?: string] {
  const kind = Math.floor(next() * 20);
  const others = ['restart', 'restart', 'restart', 'save', 'hello', 'get', 'stop', 'start', 'ping'];
  const other = others[kind];
  return other === undefined ? ['set', anyChange(next)] : [other];
}

/** A line of any bytes but Ctrl-C, which stops the program. */
function anyBytes(next: () => number): Uint8Array {
  const bytes = Array.from({ length: 1 + Math.floor(next() * 300) }, () => {
    const byte = Math.floor(next() * 256);
    return byte === 3 ? 4 : byte;
  });
  return Uint8Array.from([...bytes, 10]);
}

/** A sensor that takes all heap but some hundred bytes for 60 samples, and then gives it back. */
const CROWDING = `
NAME = "crowding"
CHANNEL = "strength:mg"
taken = []
noise = [1, 0]

def read():
    noise[1] += 1
    while noise[1] < 60 and gc.mem_free() > 400:
        taken.append(bytearray(16))
        gc.collect()
    if noise[1] == 60:
        del taken[:]
    noise[0] = noise[0] * 171 % 30269
    return 1000 + noise[0] % 64
`;

describe.skipIf(!hasMicrobit)('commands of any kind on a BBC micro:bit v1 in QEMU', () => {
  let microbit: InstalledMicrobit;

  beforeAll(async () => {
    microbit = await installedMicrobit(SIMULATED);
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  it(
    `leave it sampling, judging and answering: ${COMMANDS} of them, and garbage between`,
    async () => {
      await microbit.reboot();
      const next = random(SEED);
      const replies = new Map<string, number>();
      let id = 0;
      let wants = 0;
      for (let command = 0; command < COMMANDS; command += 1) {
        if (next() < GARBAGE) await microbit.board.send(anyBytes(next));
        const [op, parameters] = anyCommand(next);
        // A line that lost its end, the sum with it, reads as one that was typed: it is sent anew. So is one
        // for which there was no memory just then: it has ended that command alone.
        let kind = 'unanswered';
        for (let tries = 0; tries < TRIES && kind !== 'right'; tries += 1) {
          id += 1;
          const reply = (await microbit.insist(op, id, parameters))?.at(-2);
          kind = reply?.replace(/^r,\d+,/, '').replace(OBEYED, 'right') ?? 'unanswered';
          if (WANT.test(kind)) wants += 1;
        }
        replies.set(kind, (replies.get(kind) ?? 0) + 1);
      }
      // Each was obeyed, or refused for what it asked; for want of memory hardly any, and none twice.
      expect([...replies]).toEqual([['right', COMMANDS]]);
      process.stdout.write(`${COMMANDS} commands, ${wants} times no memory for one\n`);
      expect(wants).toBeLessThanOrEqual(Math.ceil(COMMANDS / 100));

      const settings = 'period=10,block=2,maxima=3,memory=8';
      expect((await microbit.insist('set', id + 1, settings))?.at(-2)).toContain(',ok');
      for (const [i, op] of ['restart', 'start'].entries()) {
        const asked = id + 2 + i;
        expect((await microbit.insist(op, asked))?.at(-2)).toBe(`r,${asked},ok`);
      }
      await microbit.board.until(/\nf,.*\n/);
      await microbit.board.until(/\ns,.*\ns,.*\n/);
      await microbit.reboot();
    },
    ALL_MS,
  );
});

describe.skipIf(!hasMicrobit || atDesk)(
  'a BBC micro:bit v1 in QEMU that has had no memory left',
  () => {
    let microbit: InstalledMicrobit;

    beforeAll(async () => {
      microbit = await installedMicrobit(CROWDING);
    });
    afterAll(async () => {
      await microbit?.stop();
    });

    it('does without the command that there was none for, and goes on sampling, judging and answering', async () => {
      const { board, insist, reboot } = microbit;
      await reboot();
      const longest =
        'gamma=12.3456,delta=0.123457,maxima=16,outliers=16,meanGap=3485578,period=123.457,block=4096';
      // Where there is none for the line itself, nothing is answered, and the page asks again.
      let heard = '';
      for (let tries = 0; tries < TRIES; tries += 1) {
        await board.send(`${withSum(`set,1,${longest}`)}\n`);
        heard += (await board.within(/\nr,1,.*\n/, TRY_MS)) ?? '';
      }
      heard += await board.until(/\ns,6\d,.*\n/);
      expect(heard).toMatch(/\n(?:l,out of memory|r,1?,error,io,,)/);
      expect(heard).not.toContain('\nr,1,ok');
      expect((await insist('ping', 2))?.at(-2)).toBe('r,2,ok');
      const [parameters, reply] = (await insist('get', 3))?.slice(-3) ?? [];
      expect(parameters).toContain('p,gamma=4,delta=0.94,maxima=5,');
      expect(reply).toBe('r,3,ok');
      expect((await insist('set', 4, 'period=5'))?.at(-2)).toBe('r,4,ok');
      for (let fits = 0; fits < FITS; fits += 1) await board.until(/\nf,.*\n/);
      expect((await insist('restart', 5))?.slice(-3)).toEqual(['l,restarted', 'r,5,ok', '']);
      for (let fits = 0; fits < FITS; fits += 1) await board.until(/\nf,.*\n/);
    });
  },
);
