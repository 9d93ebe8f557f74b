/** Recordings in a folder of their own, and engines that play them back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { ZoneMinutesOn } from '../../src/analysis/files/fileDesk.ts';
import type { View } from '../../src/analysis/messages/viewMessages.ts';
import { openReplay } from '../../src/analysis/sessions/openReplay.ts';
import type { SessionFolder } from '../../src/analysis/sessions/sessionFolder.ts';
import type { ReplayStart } from '../../src/board/replayControl.ts';
import { type Bench, createBench } from './bench.ts';
import { createDiskFolder, type DiskFolder } from './diskFolder.ts';

export const AT_ONCE: ReplayStart = { playing: true, pace: 'at-once', skipToMs: null };
/** Finer than the samples lie: every one of them is a point of its own. */
const WIDE_PX = 100_000;

/** A folder for each test of the file, gone after it. */
export function temporaryFolder(): () => DiskFolder {
  let folder: DiskFolder;
  beforeEach(() => {
    folder = createDiskFolder(mkdtempSync(join(tmpdir(), 'tidemark-')));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return () => folder;
}

export function onlyFile(folder: DiskFolder): string {
  const names = readdirSync(folder.path);
  expect(names).toHaveLength(1);
  return names[0] ?? '';
}

export function linesOf(folder: DiskFolder, name: string): string[] {
  return readFileSync(join(folder.path, name), 'utf8').split('\n');
}
/** Everything that can be seen of a session: samples, limits, times, gaps, verdicts, events. */
export async function seen(bench: Bench) {
  bench.send({ type: 'view', request: 77, range: { kind: 'all' }, widthPx: WIDE_PX });
  bench.send({ type: 'export-events', request: 78 });
  await bench.pass(1000);
  const view = bench.done('view');
  const { samples, lost, invalidLines, lastTenMinutes } = bench.last('health').health;
  return {
    view: comparable(view),
    events: bench.done('export-events'),
    counts: { samples, lost, invalidLines, lastTenMinutes },
  };
}

function comparable({ channels, gaps, extent }: View) {
  const arrays = channels.map(({ time, value, lower, upper, marks, collective }) => ({
    time: [...time],
    value: [...value],
    lower: [...lower],
    upper: [...upper],
    marks,
    collective,
  }));
  return { arrays, gaps, extent };
}

/** An engine that opens nothing but recordings. */
export function replayBench(folder: SessionFolder, zoneMinutesOn?: ZoneMinutesOn): Bench {
  return createBench(
    (source) => {
      if (source.kind !== 'replay') throw new Error('nothing else is opened here');
      return openReplay(source, folder);
    },
    { ...(zoneMinutesOn && { zoneMinutesOn }) },
  );
}

/** Plays a recording back: all of it, or as `start` says. */
export async function replayed(
  folder: SessionFolder,
  recording: string,
  start = AT_ONCE,
): Promise<Bench> {
  const bench = replayBench(folder);
  const source = { kind: 'replay', recording, title: recording, start } as const;
  bench.send({ type: 'open', session: 1, source });
  await until(() => {
    bench.engine.tick();
    const replay = bench.all('replay').at(-1)?.replay;
    return replay !== undefined && (replay.ended || !start.playing);
  });
  return bench;
}

/** Waits for so many samples, and sees that no more come. */
export async function expectSamples(bench: Bench, count: number): Promise<void> {
  for (let waits = 0; waits < 20; waits++) {
    await bench.pass(1000);
    if (bench.last('health').health.samples >= count) break;
  }
  await bench.pass(1000);
  expect(bench.last('health').health.samples).toBe(count);
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
