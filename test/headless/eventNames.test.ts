import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { FEATURES } from '../../src/naming/featureTable.ts';
import { type Model, modelOf, nameEvent } from '../../src/naming/model.ts';
import { scalesFor } from '../../src/naming/scales.ts';
import { writeModel } from '../../src/naming/writeModel.ts';
import { typescriptEvents } from '../naming/eventsFound.ts';
import { flat, trained } from '../naming/madeForest.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';
import { detect } from './command.ts';

const SPACING = 1500;
const CLASSES = ['spike', 'step up, or down'];

/** Noise with a spike or a step every so many samples, in turns. */
function disturbedNoise(seed: number, events: number): number[] {
  const random = mulberry32(seed);
  let level = 0;
  return Array.from({ length: SPACING * (events + 1) }, (_, i) => {
    const number = i / SPACING;
    if (Number.isInteger(number) && number > 0 && number % 2 === 0) level += 30;
    const spike = Number.isInteger(number) && number % 2 === 1 ? 25 : 0;
    return Math.round((level + spike + gaussian(random)) * 1000) / 1000;
  });
}

const eventsOf = (values: readonly number[]) =>
  typescriptEvents(
    [
      {
        name: 'noise',
        channel: 0,
        parameters: DEFAULT_PARAMETERS,
        samples: values.map((x, i) => ({ timeMs: i * DEFAULT_PARAMETERS.period, x })),
      },
    ],
    1e9,
  )[0] ?? [];

/** The forest of all of them, trained once. */
const { forest, exponents } = forestOfNoise();

function forestOfNoise() {
  const events = eventsOf(disturbedNoise(1, 24)).filter(({ from }) => from % SPACING === 0);
  const numbers = events.map((event) => Float64Array.from(event.numbers));
  const y = Uint8Array.from(events, ({ from }) => ((from / SPACING) % 2 === 1 ? 0 : 1));
  const exponents = scalesFor(numbers, FEATURES.length);
  const x = flat(numbers, exponents);
  const { forest } = trained({ x, y, features: FEATURES.length, classes: 2 });
  return { forest, exponents };
}

function modelFor(channels: readonly string[]): Model {
  return modelOf(forest, exponents, { channels, classes: CLASSES, confidence: 0.5 });
}

let directory = '';
const file = (name: string) => join(directory, name);
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'headless-'));
  await writeFile(file('model.csv'), writeModel(modelFor(['x'])));
  await writeFile(file('other.csv'), writeModel(modelFor(['pressure', 'flow'])));
  await writeFile(file('cut.csv'), writeModel(modelFor(['x'])).slice(0, 300));
});
afterAll(() => rm(directory, { recursive: true }));

const values = disturbedNoise(2, 12);
const inputOf = (some: readonly number[]) => `x\n${some.join('\n')}\n`;
const input = inputOf(values);
const firstEvent = inputOf(values.slice(0, 1.5 * SPACING));

it('names each event of the input as the forest does, at the row of its alarm', async () => {
  const model = modelFor(['x']);
  const expected = eventsOf(values).map(({ from, numbers }) => {
    const { its, share } = nameEvent(model, numbers);
    const name = its === null ? 'unknown' : CLASSES[its];
    return `${from + 2} ${from * 100} x ${share} ${name}`;
  });
  const { exitCode, output } = await detect(['--model', file('model.csv')], input);
  expect(output.split('\n').slice(0, -1)).toEqual(expected);
  expect(exitCode).toBe(0);
  const right = expected.filter((line) => {
    const row = Number(line.split(' ')[0]) - 2;
    return (
      row % SPACING === 0 && line.endsWith((row / SPACING) % 2 === 1 ? 'spike' : 'step up, or down')
    );
  });
  expect(right).toHaveLength(12);
});

it('names them as objects, too', async () => {
  const args = ['--json', '--model', file('model.csv')];
  const { output } = await detect(args, firstEvent);
  const [first] = output.split('\n');
  expect(JSON.parse(first ?? '')).toEqual({
    row: SPACING + 2,
    time: SPACING * 100,
    channel: 'x',
    name: 'spike',
    confidence: expect.any(Number),
  });
});

it.each([
  [
    'of other channels',
    'other.csv',
    'The model is for the channels pressure, flow; the input has x.',
  ],
  ['that is cut off', 'cut.csv', 'The model is cut off: its last line is missing.'],
  ['that is not there', 'none.csv', 'Cannot read the model: ENOENT'],
])('refuses a model %s', async (_, name, sentence) => {
  const { exitCode, output, complaints } = await detect(['--model', file(name)], firstEvent);
  expect(complaints).toContain(sentence);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
});
