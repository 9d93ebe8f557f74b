/** How far a channel has learned, and how to read what it has learned, in words. */
import type { LearningReport } from '../analysis/messages/judgingMessages.ts';
import { counted, formatAbout, formatMeasured } from './format.ts';

/** `learning 3 of 5 blocks, 12 s more`. */
export function learningWords(learned: number, needed: number, leftMs: number | null): string {
  const words = `learning ${learned} of ${needed} blocks`;
  return leftMs === null ? words : `${words}, ${formatAbout(leftMs)} more`;
}

/** What is so frequent that the detector takes it for normal. */
export function normalWords(samples: number, periodMs: number | null): string {
  const often =
    periodMs === null
      ? `once in ${counted(samples, 'sample')}`
      : `every ${formatAbout(samples * periodMs)}`;
  return `What happens at least ${often} counts as normal (N·B).`;
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
    const words = `σ has jumped: it is ${formatMeasured(sigmaJump, 2)} times what the newest samples vary by, and hides what is unusual. Restart learning?`;
    remarks.push({ words, restart: true });
  } else if (wide) {
    remarks.push({ words: 'Limits are wide because of recent anomalies.', restart: false });
  }
  if (rhythmSteady === false) {
    const words = 'The time on one side of the mean varies too much for a rhythm to be judged.';
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
      periodMs === null ? counted(driftLeft, 'sample') : formatAbout(driftLeft * periodMs);
    parts.push(`drift ${left} more`);
  }
  if (rhythmRunsLeft) parts.push(`rhythm ${counted(rhythmRunsLeft, 'run')} more`);
  return parts.length === 0 ? null : `Still learning: ${parts.join(', ')}.`;
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
