/**
 * Disturbed virtual machines, and what page and board make of their events. The board's code runs hours of
 * samples in CPython, several times as fast as here in MicroPython, which names the events; that both
 * give the same is held by test/conformance/events.test.ts and test/firmware/model.test.ts.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { FIRMWARE_DIRECTORY, loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import {
  MICROPYTHON_MACHINES,
  type MicropythonMachine,
} from '../../../src/board/virtualMachines.ts';
import { ALARM, createDetector, type Detector } from '../../../src/detector/detector.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';
import { epsilonOf } from '../../../src/detector/sigma.ts';
import { createOpenEvent, featuresOf } from '../../../src/naming/eventFeatures.ts';
import { judgeEvents } from '../../../src/naming/judgeEvents.ts';
import { inTemporaryDirectory, runPython } from '../../conformance/cpython.ts';

export const PERIOD_MS = 20;

export interface FoundEvent {
  readonly timeMs: number;
  readonly channel: number;
  /** Number of the disturbance that went on when it began; -1 for none. */
  readonly disturbance: number;
  readonly numbers: readonly number[];
}

interface Disturbance {
  readonly timeMs: number;
  readonly kind: string;
  readonly untilMs: number;
}

export interface DisturbedRun {
  /** Samples of each channel. */
  readonly values: readonly Float64Array[];
  readonly disturbances: readonly Disturbance[];
  /** In order of time. */
  readonly page: readonly FoundEvent[];
  readonly board: readonly FoundEvent[];
}

const micropython = await loadMicroPython({ heapsize: 32 * 1024 * 1024 });
for (const [name, source] of Object.entries(loadFirmwareFiles())) {
  if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, source);
}
const PROGRAM = fileURLToPath(new URL('disturbed.py', import.meta.url));
micropython.FS.writeFile('/disturbed.py', readFileSync(PROGRAM, 'utf8'));
micropython.runPython('import sys\nsys.path.append("/")\nimport disturbed');

/** What differs from the defaults on a board that watches it, and what it calls its channels. */
const OF_MACHINE: Readonly<
  Record<
    MicropythonMachine,
    { readonly parameters: Partial<Parameters>; readonly channels: string[] }
  >
> = {
  machine: { parameters: {}, channels: ['vibration', 'temp'] },
  pump: { parameters: { season: 2000, bins: 100 }, channels: ['pressure', 'flow'] },
};

export { MICROPYTHON_MACHINES };
export const channelsOf = (machine: MicropythonMachine): readonly string[] =>
  OF_MACHINE[machine].channels;

const inTime = (events: readonly FoundEvent[]) =>
  events.toSorted((a, b) => a.timeMs - b.timeMs || a.channel - b.channel);

/** What both sides judge with. */
export const parametersOf = (machine: MicropythonMachine): Parameters => ({
  ...DEFAULT_PARAMETERS,
  period: PERIOD_MS,
  ...OF_MACHINE[machine].parameters,
});

/**
 * One run, with so many disturbances of each kind.
 *
 * @param bits of the board's numbers
 */
export function disturbedRun(
  machine: MicropythonMachine,
  seed: number,
  each: number,
  bits: 32 | 64 = 64,
): DisturbedRun {
  const text = inTemporaryDirectory((directory) => {
    const target = join(directory, 'run.json');
    const program =
      'import sys; sys.path[:0] = sys.argv[1:3]; import single\n' +
      (bits === 32 ? 'single.begin()\n' : '') +
      'import disturbed\n' +
      'disturbed.run(sys.argv[3], int(sys.argv[4]), int(sys.argv[5]), sys.argv[6], ' +
      `${bits === 32 ? 'single.Single' : 'float'})`;
    const args = [FIRMWARE_DIRECTORY, dirname(PROGRAM), machine, `${seed}`, `${each}`, target];
    runPython('python3', ['-c', program, ...args], 600_000);
    return readFileSync(target, 'utf8');
  });
  const run: {
    values: [number, number][];
    events: [number, number, number, number[]][];
    disturbances: [number, string, number][];
  } = JSON.parse(text);
  const disturbances = run.disturbances.map(([timeMs, kind, untilMs]) => ({
    timeMs,
    kind,
    untilMs,
  }));
  const values = [0, 1].map((channel) =>
    Float64Array.from(run.values, (pair) => pair[channel] ?? Number.NaN),
  );
  const page = values.flatMap((its, channel) => {
    const detector = createDetector(parametersOf(machine), epsilonOf(bits));
    return pageEvents(its, channel, detector, disturbances);
  });
  return {
    values,
    disturbances,
    page: inTime(page),
    board: inTime(
      run.events.map(([timeMs, channel, disturbance, numbers]) => ({
        timeMs,
        channel,
        disturbance,
        numbers,
      })),
    ),
  };
}

function pageEvents(
  value: Float64Array,
  channel: number,
  detector: Detector,
  disturbances: DisturbedRun['disturbances'],
): FoundEvent[] {
  const time = value.map((_, i) => i * PERIOD_MS);
  const event = createOpenEvent(channel);
  const found: FoundEvent[] = [];
  let from = 0;
  const note = (at: number, bits: number) => {
    if (bits & ALARM && !event.isOpen) from = at;
  };
  const run = { time, value, limits: null };
  judgeEvents(detector, event, run, 0, value.length, note, () => {
    const timeMs = from * PERIOD_MS;
    const disturbance = disturbances.findIndex(
      (each) => each.timeMs <= timeMs && timeMs <= each.untilMs,
    );
    found.push({ timeMs, channel, disturbance, numbers: [...featuresOf(event)] });
  });
  return found;
}

/** What a board says by the model in `file` of events: class (-1: unknown) and share. */
export function namesOnBoard(
  machine: MicropythonMachine,
  file: string,
  events: readonly FoundEvent[],
): [its: number, share: number][] {
  micropython.FS.writeFile('/model.csv', file);
  micropython.FS.writeFile('/events.json', JSON.stringify(events.map(({ numbers }) => numbers)));
  const channels = channelsOf(machine).map((name) => `(${JSON.stringify(name)}, "")`);
  micropython.runPython(
    `said = disturbed.names("/model.csv", "/events.json", [${channels.join()}])`,
  );
  return JSON.parse(String(Reflect.get(Object(micropython.pyimport('__main__')), 'said')));
}
