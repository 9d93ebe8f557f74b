/**
 * A board whose numbers have 32 bits, beside the page, which has 64: how many of its events are the
 * page's, how many have the page's name, and of each other one why.
 */
import { createDetector } from '../../../src/detector/detector.ts';
import { judge } from '../../../src/detector/judge.ts';
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

export interface SinglePrecision {
  /** Events of page or board. */
  readonly events: number;
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
  const keyOf = ({ channel, timeMs }: FoundEvent) => `channel ${channel} at ${timeMs} ms`;
  const board = new Map(run.board.map((event) => [keyOf(event), event]));
  const page = new Map(run.page.map((event) => [keyOf(event), event]));
  const keys = new Set([...page.keys(), ...board.keys()]);
  const result: SinglePrecision = { events: keys.size, agreed: 0, apart: 0, differences: [] };
  const said = namesOnBoard(machine, file, run.board);
  const scores = run.values.map((values) => scoresOf(machine, values));
  for (const key of keys) {
    const [here, there] = [page.get(key), board.get(key)];
    const one = here ?? there;
    if (!one) continue;
    if (!here || !there) {
      const others = (here ? run.board : run.page).filter(({ channel }) => channel === one.channel);
      const score = scores[one.channel]?.[one.timeMs / PERIOD_MS] ?? Number.NaN;
      result.differences.push(
        `${key}: ${here ? 'page' : 'board'} alone; ${why(score, one, others)}`,
      );
      continue;
    }
    for (const [i, a] of here.numbers.entries()) {
      const away = Math.abs(a - (there.numbers[i] ?? Number.NaN)) / Math.max(1, Math.abs(a));
      result.apart = Math.max(result.apart, away);
    }
    const naming = nameEvent(model, here.numbers);
    const [its = -1, share] = said[run.board.indexOf(there)] ?? [];
    if ((naming.its ?? -1) === its && naming.share === share) result.agreed += 1;
    else result.differences.push(`${key}: ${partingOf(model, here.numbers, there.numbers)}`);
  }
  return result;
}

/** The page's score of each sample: an alarm is one above 1. */
function scoresOf(machine: (typeof MICROPYTHON_MACHINES)[number], values: Float64Array) {
  const detector = createDetector(parametersOf(machine), epsilonOf(BITS));
  return values.map((value, i) => {
    judge(detector, i * PERIOD_MS, value);
    return detector.score;
  });
}

function why(score: number, one: FoundEvent, others: readonly FoundEvent[]): string {
  const nearest = others.toSorted(
    (a, b) => Math.abs(a.timeMs - one.timeMs) - Math.abs(b.timeMs - one.timeMs),
  )[0];
  const away = nearest ? (nearest.timeMs - one.timeMs) / PERIOD_MS : Number.NaN;
  return `the page's score there is ${score.toPrecision(9)} (1 alarms), the other's nearest alarm ${away} samples away`;
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
