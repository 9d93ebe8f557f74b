import { describe, expect, it } from 'vitest';
import { type ConnectionPhase, mayFollow, natureOf } from '../../src/board/connectionPhases.ts';

/** Every phase once: the compiler refuses a list that misses one. */
const EVERY: Readonly<Record<ConnectionPhase, true>> = {
  unsupported: true,
  idle: true,
  asking: true,
  opening: true,
  handshaking: true,
  streaming: true,
  silent: true,
  installing: true,
  lost: true,
  reconnecting: true,
  busy: true,
  failed: true,
};
const phases = Object.keys(EVERY) as ConnectionPhase[];

/** All that can come after a phase, in any number of steps. */
function reachable(from: ConnectionPhase): Set<ConnectionPhase> {
  const found = new Set([from]);
  for (const phase of found) {
    for (const next of phases) if (mayFollow(phase, next)) found.add(next);
  }
  return found;
}

describe('the phases of a connection', () => {
  it.each(phases)('%s: the person can always stop, and always open anew', (phase) => {
    expect(mayFollow(phase, 'idle')).toBe(true);
    expect(mayFollow(phase, 'opening')).toBe(true);
  });

  it.each(phases)('%s: is reached, and is no dead end', (phase) => {
    expect(reachable('idle')).toContain(phase);
    expect(reachable(phase)).toContain('streaming');
  });

  it('go from a lost board back to streaming without the person, and never by way of a failure', () => {
    for (const open of ['handshaking', 'streaming', 'silent', 'installing'] as const) {
      expect(mayFollow(open, 'reconnecting')).toBe(true);
      expect(natureOf(open)).toBe('open');
    }
    expect(mayFollow('reconnecting', 'streaming')).toBe(true);
    expect(mayFollow('reconnecting', 'failed')).toBe(false);
    expect(mayFollow('reconnecting', 'busy')).toBe(false);
  });

  it('know that silence is not loss: samples alone end it', () => {
    expect(mayFollow('silent', 'streaming')).toBe(true);
    expect(mayFollow('lost', 'streaming')).toBe(false);
  });

  it('do not stream before whoever is there was asked', () => {
    expect(mayFollow('opening', 'streaming')).toBe(false);
    expect(mayFollow('idle', 'streaming')).toBe(false);
  });
});
