/**
 * `npm run bench:naming`: how often a forest names the disturbances of the virtual machines right, on
 * the page and on the board, beside a majority guess and nearest neighbours on the same features; and
 * how long it takes to train one, beside a plain forest. `-- --seeds N --machine pump` for less;
 * `--first N`: other seeds.
 *
 * A run has 20 of each disturbance, in random order, spacing (20 to 60 s from the end of one to the
 * next) and size (three fourths to one and a half of what the page injects), at default parameters. The
 * first event that begins while one lasts, on whatever channel, is named after it: the first 8 of each
 * kind to train with, the others to test. Disturbances that raise no event are counted apart. What
 * begins later, as when a flat line moves again, is another thing.
 *
 * The first seeds are run once more with a board that reckons in single precision.
 */
import { parseArgs } from 'node:util';
import type { MicropythonMachine } from '../../../src/board/virtualMachines.ts';
import { FEATURES, PLAIN_FEATURES } from '../../../src/naming/featureTable.ts';
import { type Model, modelOf, nameEvent } from '../../../src/naming/model.ts';
import {
  accuracyOf,
  type Confusion,
  countName,
  countOf,
  createConfusion,
} from '../../../src/naming/namingScores.ts';
import { scalesFor } from '../../../src/naming/scales.ts';
import { writeModel } from '../../../src/naming/writeModel.ts';
import { flat, madeExamples, trained } from '../../naming/madeForest.ts';
import { mulberry32 } from '../../signals/benchmarkSignal.ts';
import {
  channelsOf,
  type DisturbedRun,
  disturbedRun,
  type FoundEvent,
  MICROPYTHON_MACHINES,
  namesOnBoard,
} from './disturbedRuns.ts';
import { mostFrequent, nearestNeighbours } from './peers.ts';
import { plainForest, plainName } from './plainForest.ts';
import { compareSingle, type SinglePrecision } from './singlePrecision.ts';

const EACH = 20;
const TO_TRAIN = 8;
/** What the panel begins with. */
const CONFIDENCE = 0.4;
const UNKNOWN = -1;
const SINGLE_RUNS = 3;

const say = (text: string) => process.stdout.write(`${text}\n`);
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    machine: { type: 'string' },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.first) + i);

interface Example extends FoundEvent {
  readonly its: number;
}

/** The first event of each disturbance. */
function firstEvents(run: DisturbedRun, events: readonly FoundEvent[], kinds: readonly string[]) {
  const firsts: Example[] = [];
  for (const [number, { kind }] of run.disturbances.entries()) {
    const first = events.find(({ disturbance }) => disturbance === number);
    if (first) firsts.push({ ...first, its: kinds.indexOf(kind) });
  }
  return firsts;
}

function split(firsts: readonly Example[]): { train: Example[]; test: Example[] } {
  const seen = new Map<number, number>();
  const train: Example[] = [];
  const test: Example[] = [];
  for (const first of firsts) {
    const before = seen.get(first.its) ?? 0;
    seen.set(first.its, before + 1);
    (before < TO_TRAIN ? train : test).push(first);
  }
  return { train, test };
}

const CONTENDERS = [
  'page',
  'page, no name is unknown',
  'page, with a spectrum',
  'board',
  '3 nearest',
  'majority',
] as const;

function measure(machine: MicropythonMachine): void {
  const shares = new Map<string, number[]>(CONTENDERS.map((name) => [name, []]));
  let kinds: string[] = [];
  let total: Confusion | null = null;
  let unnoticed = 0;
  let disturbed = 0;
  let agreed = 0;
  let asked = 0;
  let nodes = 0;
  let letters = 0;
  for (const seed of seeds) {
    const run = disturbedRun(machine, seed, EACH);
    kinds = [...new Set(run.disturbances.map(({ kind }) => kind))].sort();
    total ??= createConfusion(kinds.length);
    const page = split(firstEvents(run, run.page, kinds));
    const board = split(firstEvents(run, run.board, kinds));
    disturbed += run.disturbances.length;
    unnoticed += run.disturbances.length - page.train.length - page.test.length;

    const model = modelFrom(machine, page.train, kinds);
    const file = writeModel(model);
    nodes += model.forest.feature.length;
    letters += file.length;

    const said = page.test.map((event) => nameEvent(model, event.numbers).its ?? UNKNOWN);
    for (const [i, { its }] of page.test.entries()) countName(total, its, said[i] ?? UNKNOWN);
    const anyway = page.test.map(
      (event) => nameEvent({ ...model, confidence: 0 }, event.numbers).its,
    );
    const withSpectrum = modelFrom(machine, page.train, kinds, FEATURES.length);
    const onBoard = namesOnBoard(machine, file, board.test);
    const nearest = nearestNeighbours(page.train, 3, PLAIN_FEATURES);
    const guess = mostFrequent(page.train.map(({ its }) => its));
    const right = (names: readonly (number | null)[], tests: readonly Example[]) =>
      tests.filter(({ its }, i) => names[i] === its).length / tests.length;
    const note = (name: (typeof CONTENDERS)[number], share: number) =>
      shares.get(name)?.push(share);
    note('page', right(said, page.test));
    note('page, no name is unknown', right(anyway, page.test));
    note(
      'page, with a spectrum',
      right(
        page.test.map((event) => nameEvent(withSpectrum, event.numbers).its),
        page.test,
      ),
    );
    note(
      'board',
      right(
        onBoard.map(([its]) => its),
        board.test,
      ),
    );
    note(
      '3 nearest',
      right(
        page.test.map((event) => nearest(event.numbers)),
        page.test,
      ),
    );
    note(
      'majority',
      right(
        page.test.map(() => guess),
        page.test,
      ),
    );

    // Every event of the run, first or not.
    asked += Math.max(run.page.length, run.board.length);
    for (const [i, [its, share]] of namesOnBoard(machine, file, run.board).entries()) {
      const event = run.page[i];
      const other = run.board[i];
      if (!event || event.timeMs !== other?.timeMs || event.channel !== other.channel) continue;
      const naming = nameEvent(model, event.numbers);
      agreed += Number((naming.its ?? UNKNOWN) === its && naming.share === share);
    }
  }
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  say(`\n## The virtual ${machine}, ${seeds.length} runs\n`);
  say('| names right | mean | worst |\n| --- | --- | --- |');
  for (const [name, each] of shares) {
    const mean = each.reduce((sum, share) => sum + share, 0) / each.length;
    say(`| ${name} | ${percent(mean)} | ${percent(Math.min(...each))} |`);
  }
  say(`\nDisturbances that raised no event while they lasted: ${unnoticed} of ${disturbed}.`);
  say(`Page and board agree, name and share, on ${agreed} of ${asked} events.`);
  say(
    `Nodes and letters of a file, mean: ${(nodes / seeds.length).toFixed(0)}, ` +
      `${(letters / seeds.length).toFixed(0)}.\n`,
  );
  if (total) sayConfusion(total, kinds);
  measureSingle(machine, kinds);
}

function modelFrom(
  machine: MicropythonMachine,
  train: readonly Example[],
  kinds: readonly string[],
  features: number = PLAIN_FEATURES,
): Model {
  const numbers = train.map((example) => Float64Array.from(example.numbers));
  const exponents = scalesFor(numbers, features);
  const y = Uint8Array.from(train, ({ its }) => its);
  const x = flat(numbers, exponents);
  const { forest } = trained({ x, y, features, classes: kinds.length });
  return modelOf(forest, exponents, {
    channels: channelsOf(machine),
    classes: kinds,
    confidence: CONFIDENCE,
  });
}

function measureSingle(machine: MicropythonMachine, kinds: readonly string[]): void {
  const found = seeds.slice(0, SINGLE_RUNS).map((seed) => {
    const run = disturbedRun(machine, seed, EACH, 32);
    const model = modelFrom(machine, split(firstEvents(run, run.page, kinds)).train, kinds);
    return compareSingle(machine, run, model, writeModel(model));
  });
  const sum = (count: (one: SinglePrecision) => number) =>
    found.reduce((total, one) => total + count(one), 0);
  const sentences = found.flatMap(({ differences }) => differences);
  say(
    `\nBoard in single precision, ${found.length} runs: the same alarm, name and share on ` +
      `${sum(({ agreed }) => agreed)} of ${sum(({ events }) => events)} events; their numbers are up to ` +
      `${Math.max(...found.map(({ apart }) => apart)).toExponential(1)} apart.` +
      `${sentences.length > 0 ? ' The others:\n' : ''}`,
  );
  for (const sentence of sentences) say(`- ${sentence}`);
}

function sayConfusion(confusion: Confusion, kinds: readonly string[]): void {
  const columns = [...kinds.keys(), UNKNOWN];
  say(`| was, named | ${[...kinds, 'unknown'].join(' | ')} |`);
  say(`| --- |${' --- |'.repeat(columns.length)}`);
  for (const [truth, kind] of kinds.entries()) {
    say(`| ${kind} | ${columns.map((given) => countOf(confusion, truth, given)).join(' | ')} |`);
  }
  const { right, of, low, high } = accuracyOf(confusion);
  const percent = (share: number) => (100 * share).toFixed(1);
  say(`\n${right} of ${of} right, 95 %: ${percent(low)} to ${percent(high)} %.`);
}

/** The least of some rounds, in turns: the machine may be busy. */
function measureTraining(): void {
  const made = madeExamples(1, 1000);
  const fresh = madeExamples(2, 1000);
  const rows = made.numbers.map((x, i) => ({ x: [...x], y: made.y[i] ?? 0 }));
  const least = { ours: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY };
  const right = { ours: 0, plain: 0 };
  const timed = <T>(work: () => T): [T, number] => {
    const started = performance.now();
    const result = work();
    return [result, performance.now() - started];
  };
  for (let round = 0; round < 3; round++) {
    const [ours, oursMs] = timed(() => trained(made, { trees: 50 }));
    const [plain, plainMs] = timed(() => plainForest(rows, 50, 6, 12, mulberry32(1)));
    least.ours = Math.min(least.ours, oursMs);
    least.plain = Math.min(least.plain, plainMs);
    const model = modelOf(ours.forest, made.exponents, {
      channels: ['made'],
      classes: ['a', 'b', 'c', 'd'],
      confidence: 0,
    });
    const count = (name: (x: Float64Array) => number | null) =>
      fresh.numbers.filter((x, i) => name(x) === fresh.y[i]).length / fresh.y.length;
    right.ours = count((x) => nameEvent(model, x).its);
    right.plain = count((x) => plainName(plain, [...x]));
  }
  say('\n## Training: 1000 events, 12 features, 50 trees, 6 features drawn at a split\n');
  say('| | s | right on 1000 others |\n| --- | --- | --- |');
  const row = (name: string, ms: number, share: number) =>
    say(`| ${name} | ${(ms / 1000).toFixed(2)} | ${share.toFixed(3)} |`);
  row('ours, with out-of-bag and importance', least.ours, right.ours);
  row('a plain forest', least.plain, right.plain);
}

measureTraining();
for (const machine of MICROPYTHON_MACHINES) {
  if (values.machine === undefined || values.machine === machine) measure(machine);
}
