import { describe, expect, it } from 'vitest';
import type { ReplayStart } from '../../src/board/replayControl.ts';
import { openReplayLink } from '../../src/board/replayLink.ts';
import { formatHostLine } from '../../src/protocol/hostLine.ts';

const START_MS = 1_000_000;

/** A line a second, each with its arrival; from the fifth on an hour later, after a break. */
function recording(): Blob {
  const lines = [formatHostLine({ type: 'link', startedMs: START_MS, kind: 'foreign', board: '' })];
  for (let second = 0; second < 10; second++) {
    const timeMs = START_MS + 1000 * second + (second < 5 ? 0 : 3_600_000);
    if (second === 5) lines.push(formatHostLine({ type: 'break', timeMs: 0, why: '' }));
    lines.push(formatHostLine({ type: 'arrival', timeMs }), `${second}\n`);
  }
  return new Blob(lines);
}

/** Plays the recording by a clock in the test's hand. */
function player(start: ReplayStart) {
  let now = 0;
  let waiting: { readonly untilMs: number; readonly resolve: () => void }[] = [];
  const span = { kind: 'foreign', fromMs: START_MS, toMs: START_MS + 3_609_000 } as const;
  const opened = openReplayLink(recording(), span, start, {
    nowMs: () => now,
    wait: (ms) => new Promise((resolve) => waiting.push({ untilMs: now + ms, resolve })),
  });
  let played = '';
  const reading = (async () => {
    for await (const bytes of opened.link.readable as unknown as AsyncIterable<Uint8Array>) {
      played += new TextDecoder().decode(bytes);
    }
  })();
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 3));
  const rows = () => played.match(/^\d$/gm)?.join('') ?? '';
  return {
    ...opened,
    reading,
    settle,
    /** The rows that were played, of the ten. */
    rows,
    /** Lets reading go on until these were played, without a tick of the clock. */
    async becomes(expected: string) {
      for (let waits = 0; waits < 500 && rows() !== expected; waits++) await settle();
      await settle();
      expect(rows()).toBe(expected);
    },
    async pass(ms: number) {
      for (const endMs = now + ms; now < endMs; ) {
        await settle();
        now += 10;
        for (const one of waiting) if (one.untilMs <= now) one.resolve();
        waiting = waiting.filter(({ untilMs }) => untilMs > now);
      }
      await settle();
    },
  };
}

describe('a replay', () => {
  it('at 10× takes a tenth of the time that recording took, and no hour for a break', async () => {
    const replay = player({ playing: true, pace: 10, skipToMs: null });
    await replay.becomes('0');
    await replay.pass(150);
    expect(replay.rows()).toBe('01');
    await replay.pass(300);
    expect(replay.rows()).toBe('012345');
    await replay.pass(500);
    expect(replay.rows()).toBe('0123456789');
    expect(replay.player.state()).toMatchObject({ ended: true, playing: false });
  });

  it('goes on from where it was after a pause, at the pace chosen meanwhile', async () => {
    const replay = player({ playing: true, pace: 10, skipToMs: null });
    await replay.becomes('0');
    await replay.pass(150);
    replay.player.control({ kind: 'pause' });
    await replay.pass(500);
    expect(replay.rows()).toBe('01');
    replay.player.control({ kind: 'pace', pace: 100 });
    replay.player.control({ kind: 'play' });
    await replay.pass(40);
    expect(replay.rows()).toBe('01234567');
  });

  it('plays one sample a step, forwards to a time, and then all of it at once', async () => {
    const replay = player({ playing: false, pace: 'at-once', skipToMs: null });
    await replay.pass(50);
    expect(replay.rows()).toBe('');
    replay.player.control({ kind: 'step' });
    await replay.becomes('0');
    replay.player.control({ kind: 'step' });
    await replay.becomes('01');
    replay.player.control({ kind: 'skip', toMs: START_MS + 3500 });
    await replay.becomes('0123');
    expect(replay.player.state()).toMatchObject({ playing: false, positionMs: START_MS + 3000 });
    replay.player.control({ kind: 'play' });
    await replay.becomes('0123456789');
  });

  it('takes no bytes, and ends once when it is closed', async () => {
    const replay = player({ playing: true, pace: 1, skipToMs: null });
    await expect(replay.link.write(new Uint8Array(1))).rejects.toThrow('takes no bytes');
    await replay.link.close();
    await replay.link.close();
    expect(await replay.link.closed).toEqual({ reason: 'closed' });
    await replay.reading;
  });

  it('of a file that vanishes is lost', async () => {
    const gone = Object.assign(new Blob(['x']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }),
    });
    const span = { kind: 'foreign', fromMs: 0, toMs: 1 } as const;
    const start = { playing: true, pace: 1, skipToMs: null } as const;
    const clock = { nowMs: () => 0, wait: () => Promise.resolve() };
    const { link } = openReplayLink(gone as unknown as Blob, span, start, clock);
    await link.readable.getReader().read();
    expect(await link.closed).toMatchObject({ reason: 'lost' });
  });
});
