/** How far a channel has learned, and how to read what it has learned, in words. */
import type { LearningReport } from '../analysis/messages/judgingMessages.ts';
import { spoken } from '../language/spoken.ts';
import { counted, formatAbout, formatLeft, formatMeasured } from './format.ts';

const WORDS = spoken({
  en: {
    learning: (learned: number, needed: number) => `learning ${learned} of ${needed} blocks`,
    learningLeft: (learned: number, needed: number, left: string) =>
      `learning ${learned} of ${needed} blocks, ${left} more`,
    samples: (count: number) => counted(count, 'sample'),
    normalOnceIn: (samples: string) =>
      `What happens at least once in ${samples} counts as normal (N·B).`,
    normalEvery: (time: string) => `What happens at least every ${time} counts as normal (N·B).`,
    jumped: (times: string) =>
      `σ has jumped: it is ${times} times what the newest samples vary by, and hides what is unusual. Restart learning?`,
    wide: 'Limits are wide because of recent anomalies.',
    unsteady: 'The time on one side of the mean varies too much for a rhythm to be judged.',
    driftLeft: (left: string) => `drift ${left} more`,
    rhythmLeft: (runs: number) => `rhythm ${counted(runs, 'run')} more`,
    still: (what: string) => `Still learning: ${what}.`,
  },
  pt: {
    learning: (learned, needed) => `aprendendo: ${learned} de ${needed} blocos`,
    learningLeft: (learned, needed, left) =>
      `aprendendo: ${learned} de ${needed} blocos, mais ${left}`,
    samples: (count) => counted(count, 'amostra'),
    normalOnceIn: (samples) =>
      `O que acontece pelo menos uma vez a cada ${samples} conta como normal (N·B).`,
    normalEvery: (time) => `O que acontece pelo menos a cada ${time} conta como normal (N·B).`,
    jumped: (times) =>
      `σ deu um salto: é ${times} vezes a variação das amostras mais novas e esconde o que é incomum. Recomeçar o aprendizado?`,
    wide: 'Os limites estão largos por causa de anomalias recentes.',
    unsteady: 'O tempo de um lado da média varia demais para que se julgue um ritmo.',
    driftLeft: (left) => `deriva, mais ${left}`,
    rhythmLeft: (runs) => `ritmo, mais ${counted(runs, 'trecho')}`,
    still: (what) => `Ainda aprendendo: ${what}.`,
  },
});

/** `learning 3 of 5 blocks, 12 s more`. */
export function learningWords(learned: number, needed: number, leftMs: number | null): string {
  return leftMs === null
    ? WORDS.learning(learned, needed)
    : WORDS.learningLeft(learned, needed, formatLeft(leftMs));
}

/** What is so frequent that the detector takes it for normal. */
export function normalWords(samples: number, periodMs: number | null): string {
  return periodMs === null
    ? WORDS.normalOnceIn(WORDS.samples(samples))
    : WORDS.normalEvery(formatAbout(samples * periodMs));
}

interface LearningRemark {
  readonly words: string;
  /** Restarting the learning helps. */
  readonly restart: boolean;
}

/** How to read the limits of a channel at present; empty when there is nothing special. */
function learningRemarks(report: LearningReport): LearningRemark[] {
  const remarks: LearningRemark[] = [];
  const { sigmaJump, wide, rhythmSteady } = report;
  if (sigmaJump !== null) {
    remarks.push({ words: WORDS.jumped(formatMeasured(sigmaJump, 2)), restart: true });
  } else if (wide) {
    remarks.push({ words: WORDS.wide, restart: false });
  }
  if (rhythmSteady === false) {
    remarks.push({ words: WORDS.unsteady, restart: false });
  }
  return remarks;
}

/** What the watchers still wait for; null when nothing. */
function watchersLeftWords(report: LearningReport, periodMs: number | null): string | null {
  const { driftLeft, rhythmRunsLeft } = report;
  const parts: string[] = [];
  if (driftLeft) {
    const left = periodMs === null ? WORDS.samples(driftLeft) : formatLeft(driftLeft * periodMs);
    parts.push(WORDS.driftLeft(left));
  }
  if (rhythmRunsLeft) parts.push(WORDS.rhythmLeft(rhythmRunsLeft));
  return parts.length === 0 ? null : WORDS.still(parts.join(', '));
}

export interface LearningLine extends LearningRemark {
  /** Of the channels that it is true of. */
  readonly names: readonly string[];
}

/** What there is to say of all channels; the same of several is said once. */
export function learningLines(
  learning: ReadonlyMap<number, LearningReport>,
  channels: readonly { readonly name: string }[],
  periodMs: number | null,
): LearningLine[] {
  const lines = new Map<string, LearningLine>();
  for (const [channel, report] of learning) {
    const left = watchersLeftWords(report, periodMs);
    const remarks = learningRemarks(report);
    if (left !== null) remarks.push({ words: left, restart: false });
    for (const remark of remarks) {
      const names = lines.get(remark.words)?.names ?? [];
      lines.set(remark.words, { ...remark, names: [...names, channels[channel]?.name ?? ''] });
    }
  }
  return [...lines.values()];
}
