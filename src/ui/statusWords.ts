/** The state of the connection in words. */
import type { ConnectionState, LinkHint } from '../analysis/messages/connectionState.ts';
import type { FitReport } from '../analysis/messages/findings.ts';
import type { ConnectionPhase } from '../board/connectionPhases.ts';
import type { ReplayState } from '../board/replayControl.ts';
import { faultWords } from './faultWords.ts';
import { counted, formatAbout, formatSecond } from './format.ts';

export interface StatusFacts
  extends Pick<
    ConnectionState,
    'phase' | 'fault' | 'hint' | 'programEnd' | 'lostAtMs' | 'choices'
  > {
  readonly sinceLastSampleMs: number | null;
  /** Lines that come where rows should; 0 while rows are read. */
  readonly notUnderstood: number;
  readonly fits: ReadonlyMap<number, FitReport>;
  /** How long a block of samples takes; null while the rate is not known. */
  readonly blockMs: number | null;
}

export function statusWords(facts: StatusFacts): string {
  const { phase, fault, hint, programEnd, lostAtMs, sinceLastSampleMs } = facts;
  if (hint) return hintWords(hint);
  if (facts.notUnderstood > 0 && (phase === 'streaming' || phase === 'silent') && !programEnd) {
    return `not understood: ${counted(facts.notUnderstood, 'line')}`;
  }
  if (programEnd) return programEnd.error === '' ? 'no program runs' : 'the program has stopped';
  switch (phase) {
    case 'unsupported':
      return 'no serial ports here';
    case 'idle':
      return 'not connected';
    case 'asking':
      return 'choose a port…';
    case 'installing':
      return 'installing the firmware…';
    case 'opening':
      return 'opening…';
    case 'handshaking':
      return 'asking the board who it is…';
    case 'streaming': {
      const slowest = slowestLearner(facts.fits);
      return slowest ? stillLearning(slowest, facts.blockMs) : 'streaming';
    }
    case 'silent':
      return sinceLastSampleMs === null
        ? 'silent: no sample yet'
        : `silent for ${Math.round(sinceLastSampleMs / 1000)} s`;
    case 'lost':
      return lostAtMs === null ? 'lost' : `lost at ${formatSecond(lostAtMs)}`;
    case 'reconnecting':
      return [
        facts.choices.length > 0 ? 'which board is it?' : 'reconnecting…',
        ...(lostAtMs === null ? [] : [`lost at ${formatSecond(lostAtMs)}`]),
      ].join(' · ');
    case 'busy':
    case 'failed': {
      const words = fault && faultWords(fault.code);
      return words ? `${phase}: ${lowerFirst(words.title)}` : 'not connected';
    }
    default:
      return phase satisfies never;
  }
}

/** `learning 3 of 5, 12 s more`. */
function stillLearning({ maxima, needed }: FitReport, blockMs: number | null): string {
  const words = `learning ${maxima.length} of ${needed}`;
  return blockMs === null
    ? words
    : `${words}, ${formatAbout((needed - maxima.length) * blockMs)} more`;
}

/** What is wrong with what an open port brings, in a line. */
function hintWords(hint: LinkHint): string {
  switch (hint) {
    case 'silent':
      return 'open, but the board says nothing';
    case 'garbage':
      return 'open, but unreadable: another baud rate?';
    case 'empty':
      return 'no board speaks in this recording';
    case 'changing':
      return 'open, but its channels change all the time';
    case 'newer-firmware':
      return 'open, but its firmware is newer than this page';
    case 'too-many-channels':
      return 'open, but it has too many channels';
    default:
      return hint satisfies never;
  }
}

/** Colour of the status dot; the words say the same. */
export function statusTone(phase: ConnectionPhase): 'good' | 'waiting' | 'bad' | 'off' {
  switch (phase) {
    case 'streaming':
      return 'good';
    case 'asking':
    case 'opening':
    case 'handshaking':
    case 'silent':
    case 'installing':
    case 'reconnecting':
      return 'waiting';
    case 'lost':
    case 'busy':
    case 'failed':
      return 'bad';
    case 'unsupported':
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

/** The state of a replay in words, where a board's state would stand. */
export function replayWords({ playing, pace, ended }: ReplayState): string {
  if (ended) return 'replay at its end';
  if (!playing) return 'replay paused';
  return pace === 'at-once' ? 'replaying all of it…' : `replaying at ${pace}×`;
}
