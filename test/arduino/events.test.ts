/** What events were like, by the Arduino library: the cases of test/conformance/events.test.ts. */
import { describe, expect, it } from 'vitest';
import { FEATURES, type FeatureName } from '../../src/naming/featureTable.ts';
import { EVENT_CASES, type EventCase } from '../naming/eventCases.ts';
import { eventDifferences, isFurther, placesOf } from '../naming/eventDifferences.ts';
import { type DescribedEvent, sheetOf } from '../naming/eventSheet.ts';
import { compiledForHost, hasTool, runTool } from './compile.ts';

const missing = !hasTool('g++');
const program = missing ? '' : compiledForHost('hostEvents.cpp');
const sheets = EVENT_CASES.map(sheetOf);

/** So far, of their size and of 1, may numbers of single precision lie from those of doubles. */
const AS_FAR = 1e-5;
/** What lies further, by case: a variance is the difference of two means, which after a step are large. */
const FURTHER: Readonly<Record<string, readonly FeatureName[]>> = {
  step: ['variance', 'calm'],
};

const textOf = ({ parameters: p, channel, samples }: EventCase) => {
  const reals = [p.gamma, p.delta, p.meanGap, p.period, p.fatigue, p.least, p.drift, p.rhythm];
  const tail = ['both', 'upper', 'lower'].indexOf(p.tail);
  const rest = [p.season, p.memory, p.block, p.bins, p.maxima, p.outliers, tail, channel];
  const lines = samples.map(({ timeMs, x }) => `s${timeMs} ${x}`);
  return [`p${[...reals, ...rest].join(' ')}`, ...lines, 'e', ''].join('\n');
};

const eventsBy = (args: readonly string[]): DescribedEvent[][] =>
  runTool(program, args, EVENT_CASES.map(textOf).join(''))
    .split('-\n')
    .slice(0, -1)
    .map((run) =>
      run
        .split('\n')
        .slice(0, -1)
        .map((line) => {
          const [from = 0, to = 0, ...numbers] = line.split(' ').map(Number);
          return { from, to, numbers };
        }),
    );

describe.skipIf(missing)('features of events in the Arduino library', () => {
  const doubles = missing ? [] : eventsBy([]);
  const singles = missing ? [] : eventsBy(['float']);

  it.each(EVENT_CASES.map(({ name }, i) => [name, i] as const))('%s, in doubles', (_, i) => {
    expect(doubles[i]?.length).toBeGreaterThan(0);
    expect(eventDifferences(doubles[i] ?? [], sheets[i] ?? [])).toEqual([]);
  });

  it.each(EVENT_CASES.map(({ name }, i) => [name, i] as const))(
    '%s, in single precision: the same event, and numbers as near as rounding leaves them',
    (name, i) => {
      expect(placesOf(singles[i] ?? [])).toEqual(placesOf(sheets[i] ?? []));
      const further = FEATURES.flatMap(({ name: feature }, k) =>
        sheets[i]?.some(({ numbers }, at) =>
          isFurther(singles[i]?.[at]?.numbers[k] ?? Number.NaN, numbers[k] ?? Number.NaN, AS_FAR),
        )
          ? [feature]
          : [],
      );
      expect(further).toEqual(FURTHER[name] ?? []);
    },
  );
});
