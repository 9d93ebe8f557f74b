/**
 * The stops of a parameter's slider: what its arrow keys, and those of its field, go through one by
 * one. There are never more stops than the shortest slider has pixels, so that each can be had with
 * the pointer; a tenth of the way between two is for Shift.
 */
import {
  checkParameter,
  NUMERIC_PARAMETERS,
  type NumericParameterName,
} from '../../detector/parameters.ts';

/** The shortest slider on the screen, CSS pixels. */
export const SHORTEST_SLIDER_PX = 180;

/** From, to and the distance of the stops between. */
type Stretch = readonly [from: number, to: number, step: number];

const STRETCHES: Readonly<Record<Exclude<NumericParameterName, 'delta'>, readonly Stretch[]>> = {
  gamma: [
    [0.5, 10, 0.1],
    [10, 20, 0.2],
  ],
  maxima: [[3, 64, 1]],
  outliers: [[2, 64, 1]],
  meanGap: [[0, 10, 10], ...decades(10, 3_600_000)],
  period: decades(1, 3_600_000),
  block: [
    [2, 50, 1],
    [50, 100, 2],
    [100, 500, 10],
    [500, 1000, 50],
    [1000, 4096, 100],
  ],
  memory: [[0, 8, 8], [8, 20, 1], ...decades(20, 1_000_000)],
  fatigue: [[0, 1, 0.01]],
  least: [[0, 0.001, 0.001], ...decades(0.001, 10_000)],
  drift: [
    [0, 10, 0.1],
    [10, 20, 0.2],
  ],
  rhythm: [
    [0, 10, 0.1],
    [10, 20, 0.2],
  ],
  season: [[0, 1000, 1000], ...decades(1000, 2_592_000_000)],
  bins: [
    [2, 100, 1],
    [100, 512, 10],
  ],
};

/** δ is worked with near 1: even stops in what is left to 1. */
const LEFT_TO_ONE: readonly Stretch[] = [
  [0.0001, 0.001, 0.00002],
  [0.001, 0.01, 0.0002],
  [0.01, 0.1, 0.002],
  [0.1, 0.5, 0.01],
];

/** For ranges of many decades: 21 stops in each, closer where the numbers are small. */
function decades(low: number, high: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let one = low; one < high; one = exact(one * 10)) {
    const decade = 10 ** Math.floor(Math.log10(one) + 1e-9);
    for (const [from, to, step] of [
      [1, 2, 0.1],
      [2, 5, 0.5],
      [5, 10, 1],
    ] as const) {
      const [begin, end] = [Math.max(one, from * decade), Math.min(high, to * decade)];
      if (begin < end) stretches.push([begin, end, step * decade]);
    }
    one = decade;
  }
  return stretches;
}

function stopsIn(stretches: readonly Stretch[]): number[] {
  return stretches.flatMap(([from, to, step], index) => {
    const count = Math.ceil(exact((to - from) / step));
    const stops = Array.from({ length: count }, (_, i) => exact(from + i * step));
    return index === stretches.length - 1 ? [...stops, to] : stops;
  });
}

const STOPS = new Map<NumericParameterName, readonly number[]>();

/** A parameter's stops, ascending. */
export function stopsOf(name: NumericParameterName): readonly number[] {
  const known = STOPS.get(name);
  if (known) return known;
  const stops =
    name === 'delta'
      ? stopsIn(LEFT_TO_ONE)
          .map((left) => exact(1 - left))
          .reverse()
      : stopsIn(STRETCHES[name]);
  STOPS.set(name, stops);
  return stops;
}

/** Where a value stands among the stops: their index, or between two; what lies beyond is at an end. */
export function positionOf(name: NumericParameterName, value: number): number {
  const stops = stopsOf(name);
  const above = stops.findIndex((stop) => stop >= value);
  if (above === 0) return 0;
  const [low, high] = [stops[above - 1], stops[above]];
  if (low === undefined || high === undefined) return stops.length - 1;
  return above - 1 + (value - low) / (high - low);
}

/** The stop nearest to a position. */
export function valueAt(name: NumericParameterName, position: number): number {
  const stops = stopsOf(name);
  const index = Math.min(stops.length - 1, Math.max(0, Math.round(position)));
  return stops[index] ?? Number.NaN;
}

/**
 * The value that a key leads to: so many stops up or down, or, `fine`, a tenth of the way to the
 * next one, whole numbers by one. A value that cannot be gone further from stays.
 */
export function stepped(
  name: NumericParameterName,
  value: number,
  by: number,
  fine = false,
): number {
  const position = positionOf(name, value);
  if (!fine) {
    // From between two stops the first step leads to the nearer end of them.
    const whole = by > 0 ? Math.floor(position + 1e-9) : Math.ceil(position - 1e-9);
    const next = valueAt(name, whole + by);
    return Math.sign(next - value) === Math.sign(by) ? next : value;
  }
  const stops = stopsOf(name);
  const low = Math.min(
    stops.length - 2,
    by > 0 ? Math.floor(position + 1e-9) : Math.max(0, Math.ceil(position - 1e-9) - 1),
  );
  const tenth = ((stops[low + 1] ?? 0) - (stops[low] ?? 0)) / 10;
  const step = NUMERIC_PARAMETERS[name].integer ? Math.max(1, Math.round(tenth)) : tenth;
  const next = exact(value + by * step);
  return checkParameter(name, next) === null ? next : value;
}

/** Without what binary fractions add. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
