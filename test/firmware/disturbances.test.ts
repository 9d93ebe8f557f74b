/**
 * What the page says of each disturbance of the virtual machines, held against both detectors: the
 * board's own verdicts, and the browser's of the samples that the board sent.
 */
import { describe, expect, it } from 'vitest';
import type { MicropythonBoard } from '../../src/board/micropythonBoard.ts';
import {
  INJECTIONS,
  type Injection,
  MICROPYTHON_MACHINES,
  type MicropythonMachine,
} from '../../src/board/virtualMachines.ts';
import { ALARM, createDetector, type Detector } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { DISTURBANCES } from '../../src/ui/virtualMachineWords.ts';
import { thorough } from '../thoroughness.ts';
import { openBoard } from './openBoard.ts';

/** All twenty, of every kind: `CI=true TIDEMARK_SEEDS=20`. */
const SEEDS = Number(process.env.TIDEMARK_SEEDS ?? thorough(1, 3));
const QUIET_SEEDS = Number(process.env.TIDEMARK_SEEDS ?? thorough(1, 2));
const QUIET_MINUTES = thorough(1, 3);
const CHANNELS = 2;
const PERIOD_MS = 20;
/** What the page asks for, and at most a cycle of load more, so that seeds differ in their phase. */
const LEARNED_MS = 30_000;
const LATER_MS = 40_000;
const MOST_ALARMS_A_MINUTE = 0.1;
const CAUSE_LETTERS: Readonly<Record<string, string>> = { d: 'drift', r: 'rhythm' };

interface Alarm {
  readonly timeMs: number;
  readonly channel: number;
  readonly cause: string;
}

interface Watched {
  readonly board: Pick<MicropythonBoard, 'inject'>;
  /** Lets so much time pass. @returns the alarms meanwhile. */
  watch(forMs: number): { readonly browser: Alarm[]; readonly board: Alarm[] };
}

/** Parameters as the board says them. */
function parametersOf(line: string): Parameters {
  const found: Record<string, string | number> = {};
  for (const field of line.split(',').slice(1)) {
    const [name = '', text = ''] = field.split('=');
    found[name] = name === 'tail' ? text : Number(text);
  }
  return { ...DEFAULT_PARAMETERS, ...found };
}

function watched(machine: MicropythonMachine, seed: number): Watched {
  const board = openBoard({ machine, seed, periodMs: PERIOD_MS });
  const said = board.lines().find((line) => line.startsWith('p,')) ?? expect.fail('no parameters');
  const parameters = parametersOf(said);
  const detectors = Array.from({ length: CHANNELS }, () => createDetector(parameters));
  return {
    board,
    watch(forMs) {
      const lines = board.run(forMs / PERIOD_MS);
      return { browser: lines.flatMap((line) => judged(line, detectors)), board: told(lines) };
    },
  };
}

/** The browser's alarms of a line that is a sample. */
function judged(line: string, detectors: readonly Detector[]): Alarm[] {
  const [type, , time, ...values] = line.split(',');
  if (type !== 's') return [];
  const timeMs = Number(time);
  return detectors.flatMap((detector, channel) => {
    const bits = judge(detector, timeMs, Number(values[channel]));
    return bits & ALARM ? [{ timeMs, channel, cause: detector.cause }] : [];
  });
}

/** The board's alarms. */
function told(lines: readonly string[]): Alarm[] {
  return lines.flatMap((line) => {
    const [type, , time, channel, kind, , letter = ''] = line.split(',');
    if (type !== 'e' || !kind?.includes('a')) return [];
    const cause = CAUSE_LETTERS[letter] ?? 'level';
    return [{ timeMs: Number(time), channel: Number(channel), cause }];
  });
}

/** The first alarm after the disturbance, in ms from its first sample on. */
function notice(machine: MicropythonMachine, injection: Injection, seed: number): Alarm {
  const { board, watch } = watched(machine, seed);
  const fromMs = LEARNED_MS + ((seed * 3700) % LATER_MS);
  const { withinMs } = DISTURBANCES[injection];
  watch(fromMs);
  board.inject(injection);
  const alarms = watch(withinMs + 1000);
  expect(alarms.browser, `seed ${seed}`).toEqual(alarms.board);
  const [first] = alarms.board;
  if (!first) return expect.fail(`seed ${seed}: not noticed`);
  return { ...first, timeMs: first.timeMs - fromMs };
}

const say = (words: string) => process.stdout.write(`${words}\n`);

describe.each(thorough<readonly MicropythonMachine[]>(['machine'], MICROPYTHON_MACHINES))(
  'the virtual %s',
  (machine) => {
    it.each(thorough<readonly Injection[]>(INJECTIONS[machine].slice(0, 2), INJECTIONS[machine]))(
      `%s: noticed in each of ${SEEDS} seeds by board and browser, as the page says`,
      (injection) => {
        const { causes, withinMs } = DISTURBANCES[injection];
        const firsts = Array.from({ length: SEEDS }, (_, i) => notice(machine, injection, i + 1));
        const latestMs = Math.max(...firsts.map(({ timeMs }) => timeMs));
        const counts = causes.map(
          (cause) => `${cause} ${firsts.filter((first) => first.cause === cause).length}`,
        );
        say(
          `${machine}, ${injection}: ${SEEDS} of ${SEEDS} seeds, latest after ${latestMs} ms ` +
            `(said: ${withinMs}), ${counts.join(', ')}`,
        );
        expect(latestMs).toBeLessThanOrEqual(withinMs);
        for (const { cause } of firsts) expect(causes).toContain(cause);
      },
      60_000 + SEEDS * 60_000,
    );

    it(
      `raises at most ${MOST_ALARMS_A_MINUTE} alarms a minute and channel by itself, in ${QUIET_SEEDS} × ${QUIET_MINUTES} minutes`,
      () => {
        const perChannel = Array.from({ length: CHANNELS }, () => 0);
        for (let seed = 1; seed <= QUIET_SEEDS; seed++) {
          const { watch } = watched(machine, seed);
          const alarms = watch(QUIET_MINUTES * 60_000);
          expect(alarms.browser).toEqual(alarms.board);
          for (const { channel } of alarms.board)
            perChannel[channel] = (perChannel[channel] ?? 0) + 1;
        }
        const minutes = QUIET_SEEDS * QUIET_MINUTES;
        say(`${machine}, undisturbed: ${perChannel.join(' and ')} alarms in ${minutes} min`);
        for (const count of perChannel) {
          expect(count / minutes).toBeLessThanOrEqual(MOST_ALARMS_A_MINUTE);
        }
      },
      60_000 + QUIET_SEEDS * 180_000,
    );
  },
);
