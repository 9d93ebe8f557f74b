/**
 * A board whose numbers have 32 bits, beside the page, which has 64: how many of its events are the
 * page's, how many have the page's name, and of each other one why: a score that rounding put on the other
 * side of 1, or a number that it put on the other side of what a tree asks.
 */
import { createDetector } from '../../../src/detector/detector.ts';
import { judge } from '../../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { epsilonOf } from '../../../src/detector/sigma.ts';
import { FEATURES } from '../../../src/naming/featureTable.ts';
import { type Model, nameEvent } from '../../../src/naming/model.ts';
import { scaled } from '../../../src/naming/scales.ts';
import {
  type DisturbedRun,
  type FoundEvent,
  type MICROPYTHON_MACHINES,
  namesOnBoard,
  PERIOD_MS,
  parametersOf,
} from './disturbedRuns.ts';

const BITS = 32;
const BLOCK_MS = DEFAULT_PARAMETERS.block * PERIOD_MS;

export interface SinglePrecision {
  /** Of page or board. */
  events: number;
  /** Both have it, from the same alarm, with the same name and share. */
  agreed: number;
  /** How much a number of an event that both have differs at most, as a share of it or of 1. */
  apart: number;
  /** One sentence for each other one. */
  readonly differences: string[];
}

/** @param file the model as the board reads it */
export function compareSingle(
  machine: (typeof MICROPYTHON_MACHINES)[number],
  run: DisturbedRun,
  model: Model,
  file: string,
): SinglePrecision {
  const said = namesOnBoard(machine, file, run.board);
  const scores = run.values.map((values) => scoresOf(machine, values));
  const scoreAt = ({ channel, timeMs }: FoundEvent) =>
    (scores[channel]?.[timeMs / PERIOD_MS] ?? Number.NaN).toPrecision(9);
  const left = new Set(run.board);
  const result: SinglePrecision = { events: 0, agreed: 0, apart: 0, differences: [] };
  for (const here of run.page) {
    result.events += 1;
    const place = `channel ${here.channel} at ${here.timeMs} ms`;
    const there = nearest(left, here);
    if (!there) {
      result.differences.push(`${place}: page alone; its score there is ${scoreAt(here)}`);
      continue;
    }
    left.delete(there);
    const naming = nameEvent(model, here.numbers);
    const [its = -1, share] = said[run.board.indexOf(there)] ?? [];
    const isNamedAlike = (naming.its ?? -1) === its && naming.share === share;
    if (there.timeMs !== here.timeMs) {
      const earlier = here.timeMs < there.timeMs ? here : there;
      result.differences.push(
        `${place}: the board's alarm is ${(there.timeMs - here.timeMs) / PERIOD_MS} samples later; the ` +
          `page's score at the earlier of both is ${scoreAt(earlier)}, and an alarm is above 1; ` +
          `${isNamedAlike ? 'name and share are the same' : partingOf(model, here.numbers, there.numbers)}`,
      );
      continue;
    }
    for (const [i, a] of here.numbers.entries()) {
      const away = Math.abs(a - (there.numbers[i] ?? Number.NaN)) / Math.max(1, Math.abs(a));
      result.apart = Math.max(result.apart, away);
    }
    if (isNamedAlike) result.agreed += 1;
    else result.differences.push(`${place}: ${partingOf(model, here.numbers, there.numbers)}`);
  }
  for (const event of left) {
    result.events += 1;
    result.differences.push(
      `channel ${event.channel} at ${event.timeMs} ms: board alone; the page's score there is ${scoreAt(event)}`,
    );
  }
  return result;
}

/** The event of the same channel that begins with it, or within a block of it. */
function nearest(events: ReadonlySet<FoundEvent>, { channel, timeMs }: FoundEvent) {
  const away = (event: FoundEvent) => Math.abs(event.timeMs - timeMs);
  return [...events]
    .filter((event) => event.channel === channel && away(event) <= BLOCK_MS)
    .toSorted((a, b) => away(a) - away(b))[0];
}

/** The page's score of each sample: an alarm is one above 1. */
function scoresOf(machine: (typeof MICROPYTHON_MACHINES)[number], values: Float64Array) {
  const detector = createDetector(parametersOf(machine), epsilonOf(BITS));
  return values.map((value, i) => {
    judge(detector, i * PERIOD_MS, value);
    return detector.score;
  });
}

/** The first question that the trees answer in two ways. */
function partingOf(
  { features, exponents, forest }: Model,
  here: readonly number[],
  there: readonly number[],
): string {
  const places = features.map((name) => FEATURES.findIndex((feature) => feature.name === name));
  const wholes = (numbers: readonly number[]) =>
    scaled(
      places.map((place) => numbers[place] ?? 0),
      exponents,
    );
  const [a, b] = [wholes(here), wholes(there)];
  for (const [node, feature] of forest.feature.entries()) {
    const value = forest.value[node] ?? 0;
    const [x = 0, y = 0] = [a[feature], b[feature]];
    if (x < value === y < value) continue;
    const place = places[feature] ?? 0;
    return (
      `a tree asks whether ${features[feature]} is below ${value / 2 ** (exponents[feature] ?? 0)}: ` +
      `${here[place]} in the page, ${there[place]} on the board`
    );
  }
  return 'no tree parts them: not explained';
}
