/** How far a channel has learned, and how to read what it has learned, in words. */
import type { LearningReport } from '../analysis/messages/judgingMessages.ts';
import { spoken } from '../language/spoken.ts';
import { counted, formatAbout, formatMeasured } from './format.ts';

/** `learning 3 of 5 blocks, 12 s more`. */
export function learningWords(learned: number, needed: number, leftMs: number | null): string {
  const words = LEARNING_WORDS.blocks(learned, needed);
  return leftMs === null ? words : LEARNING_WORDS.more(words, formatAbout(leftMs));
}

/** What is so frequent that the detector takes it for normal. */
export function normalWords(samples: number, periodMs: number | null): string {
  const often =
    periodMs === null
      ? LEARNING_WORDS.onceIn(samples)
      : LEARNING_WORDS.every(formatAbout(samples * periodMs));
  return LEARNING_WORDS.normal(often);
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
    const words = LEARNING_WORDS.jumped(formatMeasured(sigmaJump, 2));
    remarks.push({ words, restart: true });
  } else if (wide) {
    remarks.push({ words: LEARNING_WORDS.wide, restart: false });
  }
  if (rhythmSteady === false) {
    const words = LEARNING_WORDS.unsteady;
    remarks.push({ words, restart: false });
  }
  return remarks;
}

/** What the watchers still wait for; null when nothing. */
function watchersLeftWords(report: LearningReport, periodMs: number | null): string | null {
  const { driftLeft, rhythmRunsLeft } = report;
  const parts: string[] = [];
  if (driftLeft) {
    const left =
      periodMs === null ? LEARNING_WORDS.samples(driftLeft) : formatAbout(driftLeft * periodMs);
    parts.push(LEARNING_WORDS.drift(left));
  }
  if (rhythmRunsLeft) parts.push(LEARNING_WORDS.rhythm(rhythmRunsLeft));
  return parts.length === 0 ? null : LEARNING_WORDS.still(parts.join(', '));
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

const LEARNING_WORDS = spoken({
  en: {
    blocks: (learned: number, needed: number) => `learning ${learned} of ${needed} blocks`,
    more: (words: string, left: string) => `${words}, ${left} more`,
    onceIn: (samples: number) => `once in ${counted(samples, 'sample')}`,
    every: (time: string) => `every ${time}`,
    normal: (often: string) => `What happens at least ${often} counts as normal (N·B).`,
    jumped: (times: string) =>
      `σ has jumped: it is ${times} times what the newest samples vary by, and hides what is unusual. Restart learning?`,
    wide: 'Limits are wide because of recent anomalies.',
    unsteady: 'The time on one side of the mean varies too much for a rhythm to be judged.',
    samples: (count: number) => counted(count, 'sample'),
    drift: (left: string) => `drift ${left} more`,
    rhythm: (runs: number) => `rhythm ${counted(runs, 'run')} more`,
    still: (parts: string) => `Still learning: ${parts}.`,
  },
  pt: {
    blocks: (learned, needed) => `aprendendo: ${learned} de ${needed} blocos`,
    more: (words, left) => `${words}, mais ${left}`,
    onceIn: (samples) => `uma vez em ${counted(samples, 'amostra')}`,
    every: (time) => `a cada ${time}`,
    normal: (often) => `O que acontece pelo menos ${often} conta como normal (N·B).`,
    jumped: (times) =>
      `σ saltou: é ${times} vezes a variação das amostras mais novas, e esconde o que é incomum. Recomeçar a aprender?`,
    wide: 'Os limites estão largos por causa de anomalias recentes.',
    unsteady: 'O tempo de um lado da média varia demais para que se julgue um ritmo.',
    samples: (count) => counted(count, 'amostra'),
    drift: (left) => `deriva, mais ${left}`,
    rhythm: (runs) => `ritmo, mais ${counted(runs, 'passagem', 'passagens')}`,
    still: (parts) => `Ainda aprendendo: ${parts}.`,
  },
});
