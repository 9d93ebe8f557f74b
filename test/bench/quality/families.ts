/** Families of episodes: how many a detector notices, and how often it speaks of nothing. */
import { ALARM } from '../../../src/detector/detector.ts';
import {
  climb,
  type Episode,
  halfAmplitude,
  machineStuck,
  missingCycle,
  quickCycles,
  smallLevelShift,
  undisturbedMachine,
  weakStroke,
  wilderNoise,
  wrongPhase,
} from '../../signals/machine.ts';
import { gaussianNoise } from '../../signals/noise.ts';
import { type Flagger, rollingZScore, tedaEccentricity } from './peers.ts';
import { rules2 } from './rules2.ts';
import { suggestedSeason, tidemark } from './tidemark.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => 1 + i);
/** Everyone may learn so long. */
const WARM_UP = 1000;
/** A flag so much later than what happened still speaks of it. */
const LATE = 200;

const CONTENDERS: readonly (readonly [name: string, of: (values: number[]) => Flagger])[] = [
  ['rules 3, alarms', () => tidemark(ALARM)],
  [
    'rules 3, season suggested',
    (values) => tidemark(ALARM, { season: suggestedSeason(values, 4000) }),
  ],
  ['rules 2, alarms', () => rules2('alarm')],
  ['TEDA (m = 3)', () => tedaEccentricity(3)],
  ['rolling z-score (50, 3σ)', () => rollingZScore(50, 3)],
];

const FAMILIES: readonly (readonly [name: string, episode: (seed: number) => Episode])[] = [
  ['missing cycle', missingCycle],
  ['machine stuck', machineStuck],
  ['wrong phase', wrongPhase],
  ['frequency × 1.5', quickCycles],
  ['weak stroke', weakStroke],
  ['amplitude × 0.5, 3 cycles', halfAmplitude],
  ['drift, 1σ in 50 to 200 samples', climb],
  ['level shift of 1.5 to 3σ', smallLevelShift],
  ['noise × 3', wilderNoise],
  ['clean machine', undisturbedMachine],
  ['clean noise', (seed) => ({ values: gaussianNoise(seed, 8000), odd: null })],
];

/** A Markdown table: recall, and flags elsewhere per 10 000 samples. */
export function familiesTable(): string {
  const rows = FAMILIES.map(([name, episode]) => {
    const episodes = SEEDS.map(episode);
    const cells = CONTENDERS.map(([, newFlagger]) => cell(episodes, newFlagger));
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return [
    `| recall / false per 10 000 | ${CONTENDERS.map(([name]) => name).join(' | ')} |`,
    `| --- ${'| --- '.repeat(CONTENDERS.length)}|`,
    ...rows,
  ].join('\n');
}

function cell(episodes: readonly Episode[], newFlagger: (values: number[]) => Flagger): string {
  let noticed = 0;
  let odd = 0;
  let flagged = 0;
  let samples = 0;
  for (const { values, odd: span } of episodes) {
    const flag = newFlagger(values);
    const [from, to] = span ?? [values.length, values.length];
    let met = false;
    for (const [i, x] of values.entries()) {
      const flags = flag(x);
      if (i < WARM_UP || i >= to + LATE) continue;
      if (i >= from) met ||= flags;
      else {
        samples += 1;
        if (flags) flagged += 1;
      }
    }
    if (span) odd += 1;
    if (met) noticed += 1;
  }
  const recall = odd === 0 ? '–' : (noticed / odd).toFixed(2);
  return `${recall} / ${((1e4 * flagged) / samples).toFixed(1)}`;
}
