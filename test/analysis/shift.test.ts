/**
 * A shift at 1 kHz through the real engine, as fast as it goes: lines with anomalies, lost samples,
 * restarts, a clock that is set right, what-ifs. TIDEMARK_SHIFT_SAMPLES says how long; eight hours are
 * 28 800 000. What the heap held on the way is printed for long ones.
 */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/analysis/engine.ts';
import type { FromWorker } from '../../src/analysis/messages/messages.ts';
import type { SessionFolder } from '../../src/analysis/sessions/sessionFolder.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';
import { atDesk } from '../thoroughness.ts';
import { NO_FOLDER } from './fixtures/diskFolder.ts';
import { createMemoryLink } from './fixtures/memoryLink.ts';

/** Left to CI, unless somebody says how long. */
const ASKED = process.env.TIDEMARK_SHIFT_SAMPLES;
const CI_SAMPLES = 600_000;
const SAMPLES = Number(ASKED ?? CI_SAMPLES);
/** Of these the history has what is left of the promise, 147 000 samples: soon full. */
const MEGABYTES = 40;
const BATCH = 100;
/** The rings are full by then, in eight hours also the list of anomalies. */
const FULL_SHARE = 0.6;
/** Unbounded, the samples alone would grow by 7 MB. */
const MOST_GROWTH_BYTES = 3e6;
/** The list of anomalies may still grow until it is full. */
const LISTED_ANOMALIES = 100_000;
const BYTES_PER_ANOMALY = 250;
const ALARM_SHARE = 0.01;
const RESTART_EVERY = 50_000;
const CLOCK_STEP_EVERY = 200_000;
const WHAT_IFS = 5;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

async function heldBytes(): Promise<number> {
  // The first finds what is garbage; buffers are given back in the background after it.
  for (let i = 0; i < 3; i++) {
    collectGarbage();
    await sleep(50);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Takes everything, keeps nothing. */
const DROPPING: SessionFolder = {
  ...NO_FOLDER,
  create: async (stem) => ({
    ok: true,
    value: {
      name: stem,
      file: {
        append: () => null,
        flush: () => null,
        size: () => 0,
        read: () => new Uint8Array(),
        truncate: () => undefined,
        close: () => undefined,
      },
    },
  }),
};

const PARAMETERS = Object.entries(DEFAULT_PARAMETERS).map(([name, value]) => `${name}=${value}`);
const GREETING =
  checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=1,channels=x:g,float=64') +
  checkedLine(`p,${PARAMETERS.join(',')}`);

it.skipIf(atDesk && ASKED === undefined)(
  `holds no more at the end of ${SAMPLES} samples than when its rings were full`,
  async () => {
    let now = 1_700_000_000_000;
    let newest: Extract<FromWorker, { type: 'health' }>['health'] | null = null;
    let anomalies = 0;
    const end = createMemoryLink();
    const engine = createEngine({
      post(message) {
        if (message.type === 'health') newest = message.health;
        if (message.type === 'events') anomalies = message.counts.total;
      },
      links: {
        looksFor: () => 'nobody',
        candidates: async () => [],
        onPortsChanged: () => () => undefined,
        open: async () => ({ ok: true, link: end.link }),
      },
      folder: DROPPING,
      nowMs: () => now,
      zoneMinutesOn: () => 0,
      later: (task) => setImmediate(task),
      firstCommandId: 1,
      installing: {
        clock: { nowMs: () => now, after: () => () => undefined },
        loadFirmware: async () => ({ version: '0', files: {} }),
      },
    });
    engine.receive({ type: 'keep-within', megabytes: MEGABYTES });
    engine.receive({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await turn();
    end.arrive(GREETING);
    await turn();

    const random = mulberry32(1);
    const reports: string[] = [];
    let [seq, lost, atFull, anomaliesAtFull] = [0, 0, 0, 0];
    for (let sent = 0; sent < SAMPLES; sent += BATCH) {
      now += BATCH;
      let text = '';
      // Now and then the board starts anew, or a sample is missing, or its clock is a little off.
      if (sent % RESTART_EVERY === RESTART_EVERY / 2) {
        text += GREETING;
        seq = 0;
      } else if (sent % CLOCK_STEP_EVERY !== 0 && random() < 0.01) {
        // A sample lost where the clock steps back is one of a reboot: nobody can count it.
        seq += 1;
        lost += 1;
      }
      const offMs = Math.floor(sent / CLOCK_STEP_EVERY) % 2 === 0 ? 0 : 150;
      for (let i = 0; i < BATCH; i++, seq++) {
        const spike = random() < ALARM_SHARE ? 30 : 0;
        text += checkedLine(
          `s,${seq},${sent + i + offMs},${(gaussian(random) + spike).toFixed(3)}`,
        );
        if (spike > 0) text += checkedLine(`e,${seq},${sent + i + offMs},0,oa,0.99`);
      }
      end.arrive(text);
      await turn();
      engine.tick();
      if (sent % (SAMPLES / WHAT_IFS) === 0) {
        engine.receive({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, gamma: 3.5 } });
        engine.receive({ type: 'judge-with', parameters: DEFAULT_PARAMETERS });
        for (let i = 0; i < 10; i++) await turn();
      }
      const isFull = atFull === 0 && sent >= FULL_SHARE * SAMPLES;
      if (isFull) [atFull, anomaliesAtFull] = [await heldBytes(), anomalies];
      if (isFull || sent % (SAMPLES / 10) === 0) {
        reports.push(
          `${sent} samples, ${anomalies} anomalies: ${((await heldBytes()) / 1e6).toFixed(1)} MB`,
        );
      }
    }
    now += 1000;
    engine.tick();
    const grown = (await heldBytes()) - atFull;
    reports.push(`grown since ${FULL_SHARE * SAMPLES} samples: ${(grown / 1e6).toFixed(1)} MB`);
    if (SAMPLES > CI_SAMPLES) process.stdout.write(`${reports.join('\n')}\n`);
    expect(newest).toMatchObject({ samples: SAMPLES, lost, invalidLines: 0 });
    expect(anomalies).toBeGreaterThan(SAMPLES * ALARM_SHARE * 0.3);
    const listed = (count: number) => Math.min(count, LISTED_ANOMALIES);
    const listGrew = (listed(anomalies) - listed(anomaliesAtFull)) * BYTES_PER_ANOMALY;
    expect(grown).toBeLessThan(MOST_GROWTH_BYTES + listGrew);
  },
  1_200_000,
);
