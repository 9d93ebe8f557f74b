/** The connection to a board as a table: its phases, and which may follow which. */
import type { FaultCode } from './fault.ts';

export type ConnectionPhase =
  /** This page can open no serial port; the virtual board still works. */
  | 'unsupported'
  | 'idle'
  /** The browser's picker is open. */
  | 'asking'
  | 'opening'
  /** Open; asking the board who it is. */
  | 'handshaking'
  | 'streaming'
  /** Open, but no sample for max(2 s, 5 periods): said of the data, never of the port. */
  | 'silent'
  /** Open, and lent to the installer: bytes are its own until it gives them back. */
  | 'installing'
  /** The board went away, and nobody looks for it. What was seen stays on the screen. */
  | 'lost'
  /** The board went away and is looked for, until it is found or the person stops it. */
  | 'reconnecting'
  /** The port is there but somebody else holds it. */
  | 'busy'
  | 'failed';

/** Only the person's own opening leads here; it may come at any time and ends whatever was. */
const BY_THE_PERSON = ['opening', 'idle'] as const;

/** What may follow each phase. A phase may always be told again with other facts. */
const FOLLOWERS: Readonly<Record<ConnectionPhase, readonly ConnectionPhase[]>> = {
  unsupported: [...BY_THE_PERSON],
  idle: [...BY_THE_PERSON, 'asking', 'unsupported'],
  // A picker that was closed gives back whatever was before it.
  asking: [...BY_THE_PERSON, 'lost', 'busy', 'failed'],
  opening: [...BY_THE_PERSON, 'handshaking', 'busy', 'failed', 'unsupported', 'lost'],
  handshaking: [...BY_THE_PERSON, 'streaming', 'installing', 'reconnecting', 'lost'],
  streaming: [...BY_THE_PERSON, 'silent', 'installing', 'reconnecting', 'lost'],
  silent: [...BY_THE_PERSON, 'streaming', 'installing', 'reconnecting', 'lost'],
  installing: [...BY_THE_PERSON, 'streaming', 'reconnecting', 'lost'],
  lost: [...BY_THE_PERSON, 'asking'],
  reconnecting: [...BY_THE_PERSON, 'streaming', 'lost'],
  busy: [...BY_THE_PERSON, 'asking'],
  failed: [...BY_THE_PERSON, 'asking'],
};

export function mayFollow(before: ConnectionPhase, after: ConnectionPhase): boolean {
  return before === after || FOLLOWERS[before].includes(after);
}

/** Where an opening that failed ends. */
export function phaseOfFault(code: FaultCode): ConnectionPhase {
  if (code === 'busy' || code === 'busy-here') return 'busy';
  return code === 'unsupported' || code === 'insecure' ? 'unsupported' : 'failed';
}

/** What a phase means to whoever only wants to know whether there is a board. */
export type PhaseNature =
  /** Nothing is under way: the person may begin. */
  | 'resting'
  /** On the way to a board. */
  | 'underway'
  /** Bytes can go both ways. */
  | 'open';

export function natureOf(phase: ConnectionPhase): PhaseNature {
  switch (phase) {
    case 'unsupported':
    case 'idle':
    case 'lost':
    case 'busy':
    case 'failed':
      return 'resting';
    case 'asking':
    case 'opening':
    case 'reconnecting':
      return 'underway';
    case 'handshaking':
    case 'streaming':
    case 'silent':
    case 'installing':
      return 'open';
    default:
      return phase satisfies never;
  }
}
