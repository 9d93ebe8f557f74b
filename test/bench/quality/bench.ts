/**
 * `npm run bench:quality`: what the detector at its defaults finds in signals of many kinds, beside
 * the rules before and two peers. Prints Markdown tables and judges nothing. With `-- --nab DIR` also
 * the score on the Numenta Anomaly Benchmark, a copy of whose repository is in that folder.
 */
import { parseArgs } from 'node:util';
import { ALARM, OUTLIER } from '../../../src/detector/detector.ts';
import { type BenchmarkSignal, benchmarkSignal } from '../../signals/benchmarkSignal.ts';
import { type Change, flatLineWithSpike, levelShift, slowDrift } from '../../signals/changes.ts';
import {
  gaussianNoise,
  laplaceNoise,
  quantisedNoise,
  studentT3Noise,
  uniformNoise,
} from '../../signals/noise.ts';
import { numpyBenchmarkSignals } from '../../signals/numpyBenchmark.ts';
import { sineWithSpikes } from '../../signals/sineWithSpikes.ts';
import { familiesTable } from './families.ts';
import { answerToChange, flagRate, labelledQuality, type NewFlagger } from './measures.ts';
import { nabTable } from './nab/table.ts';
import { rollingZScore, tedaEccentricity } from './peers.ts';
import { rules2 } from './rules2.ts';
import { tidemark } from './tidemark.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => 1 + i);
const NOISE_SAMPLES = 200_000;
const NOISE_SEEDS = [1, 2, 3, 4, 5];
const ARBITRARY_SEEDS = Array.from({ length: 200 }, (_, i) => 1 + i);
const GOOD_F1 = 0.97;

const CONTENDERS: readonly (readonly [name: string, newFlagger: NewFlagger])[] = [
  ['Tidemark, outliers', () => tidemark(OUTLIER)],
  ['Tidemark, alarms', () => tidemark(ALARM)],
  ['γ = 2, outliers', () => tidemark(OUTLIER, { gamma: 2 })],
  ['rules 2, outliers', () => rules2('outlier')],
  ['rolling z-score (50, 3σ)', () => rollingZScore(50, 3)],
  ['TEDA (m = 3)', () => tedaEccentricity(3)],
];

function row(title: string, cell: (newFlagger: NewFlagger) => string): void {
  const cells = CONTENDERS.map(([, newFlagger]) => cell(newFlagger));
  process.stdout.write(`| ${[title, ...cells].join(' | ')} |\n`);
}

function labelledRow(title: string, signals: readonly BenchmarkSignal[]): void {
  row(`${title}: F1 mean / worst / recall`, (newFlagger) => {
    const { f1Mean, f1Worst, recall } = labelledQuality(newFlagger, signals);
    return [f1Mean, f1Worst, recall].map((number) => number.toFixed(3)).join(' / ');
  });
}

function arbitrarySeedsRow(): void {
  const signals = ARBITRARY_SEEDS.map(benchmarkSignal);
  row(
    `benchmark, own generator, seeds 1 to 200: F1 mean / share below ${GOOD_F1}`,
    (newFlagger) => {
      const { f1Mean, f1Below } = labelledQuality(newFlagger, signals);
      return `${f1Mean.toFixed(3)} / ${(100 * f1Below(GOOD_F1)).toFixed(1)} %`;
    },
  );
}

function noiseRow(title: string, noise: (seed: number, samples: number) => number[]): void {
  const noises = NOISE_SEEDS.map((seed) => noise(seed, NOISE_SAMPLES));
  row(`${title} noise: flags per sample`, (newFlagger) => {
    const rate = flagRate(newFlagger, noises);
    return rate === 0 ? '0' : rate.toExponential(1);
  });
}

function changeRow(title: string, change: (seed: number) => Change, noticedWithin: number): void {
  const changes = SEEDS.map(change);
  row(`${title}: noticed / delay / flags / until quiet / false flags`, (newFlagger) => {
    const answer = answerToChange(newFlagger, changes, noticedWithin);
    const { noticed, delay, flags, lasting, falseFlags } = answer;
    const means = [delay, flags, lasting].map((number) =>
      noticed === 0 ? '–' : number.toFixed(1),
    );
    return [`${(100 * noticed).toFixed(0)} %`, ...means, falseFlags.toFixed(1)].join(' / ');
  });
}

process.stdout.write(`| signal | ${CONTENDERS.map(([name]) => name).join(' | ')} |\n`);
process.stdout.write(`| --- ${'| --- '.repeat(CONTENDERS.length)}|\n`);
labelledRow('benchmark, numpy’s seeds 0 to 19', numpyBenchmarkSignals());
arbitrarySeedsRow();
labelledRow('sine with spikes', SEEDS.map(sineWithSpikes));
noiseRow('Gaussian', gaussianNoise);
noiseRow('Laplace', laplaceNoise);
noiseRow('Student t3', studentT3Noise);
noiseRow('uniform', uniformNoise);
noiseRow('quantised', quantisedNoise);
changeRow('level shift of 10σ', levelShift, 1000);
changeRow('slow drift, 1σ in 200 samples', slowDrift, 3000);
changeRow('flat line with a spike', flatLineWithSpike, 0);

process.stdout.write(`\n${familiesTable()}\n`);
const { nab } = parseArgs({ options: { nab: { type: 'string' } } }).values;
if (nab !== undefined) process.stdout.write(`\n${nabTable(nab)}\n`);
