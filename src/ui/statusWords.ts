/** The state of the connection in words. */
import type { ConnectionPhase, FitReport } from '../analysis/messages.ts';
import type { Fault } from '../board/fault.ts';
import { faultWords } from './faultWords.ts';

export interface StatusFacts {
  readonly phase: ConnectionPhase;
  readonly fault: Fault | null;
  readonly sinceLastSampleMs: number | null;
  readonly fits: ReadonlyMap<number, FitReport>;
}

export function statusWords(facts: StatusFacts): string {
  const { phase, fault, sinceLastSampleMs } = facts;
  switch (phase) {
    case 'idle':
      return 'not connected';
    case 'opening':
      return 'opening…';
    case 'handshaking':
      return 'asking the board who it is…';
    case 'streaming': {
      const slowest = slowestLearner(facts.fits);
      return slowest ? `learning ${slowest.maxima.length} of ${slowest.needed}` : 'streaming';
    }
    case 'silent':
      return sinceLastSampleMs === null
        ? 'silent: no sample yet'
        : `silent for ${Math.round(sinceLastSampleMs / 1000)} s`;
    case 'lost':
      return 'lost';
    case 'failed': {
      const words = fault && faultWords(fault.code);
      return words ? `failed: ${lowerFirst(words.title)}` : 'not connected';
    }
    default:
      return phase satisfies never;
  }
}

/** Colour of the status dot; the words say the same. */
export function statusTone(phase: ConnectionPhase): 'good' | 'waiting' | 'bad' | 'off' {
  switch (phase) {
    case 'streaming':
      return 'good';
    case 'opening':
    case 'handshaking':
    case 'silent':
      return 'waiting';
    case 'lost':
    case 'failed':
      return 'bad';
    case 'idle':
      return 'off';
    default:
      return phase satisfies never;
  }
}

function slowestLearner(fits: ReadonlyMap<number, FitReport>): FitReport | null {
  let slowest: FitReport | null = null;
  for (const fit of fits.values()) {
    if (fit.weibull) continue;
    if (!slowest || fit.maxima.length < slowest.maxima.length) slowest = fit;
  }
  return slowest;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
