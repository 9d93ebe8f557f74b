import { describe, expect, it } from 'vitest';
import { disturbanceOutcome } from '../../src/ui/disturbanceOutcome.ts';
import { outcomeWords } from '../../src/ui/virtualMachineWords.ts';
import { anEvent } from '../state/world.ts';

const AT_MS = anEvent(10).fromMs;
const DRIFT = { injection: 'drift', times: 1, newestEvent: 9, atMs: AT_MS } as const;
const seconds = (count: number): number => AT_MS + count * 1000;

describe('what is told of a disturbance', () => {
  it('is what is expected of it, until it was flagged by the cause that was found', () => {
    const before = [anEvent(9)];
    expect(disturbanceOutcome(DRIFT, before, seconds(1))).toBe('waiting');
    expect(outcomeWords('drift', 'waiting')).toBe('Drift: to be flagged within 1.6 s, cause drift');
    const found = [...before, anEvent(11, { cause: 'rhythm' }), anEvent(12)];
    expect(disturbanceOutcome(DRIFT, found, seconds(2))).toBe('rhythm');
    expect(outcomeWords('drift', 'rhythm')).toBe('Drift: flagged, cause rhythm');
  });

  it('is that it was not flagged when its time is over, whatever comes later', () => {
    expect(disturbanceOutcome(DRIFT, [], seconds(10))).toBe('missed');
    const later = [anEvent(20)];
    expect(disturbanceOutcome(DRIFT, later, seconds(20))).toBe('missed');
    expect(outcomeWords('spike', 'missed')).toBe(
      'Spike: not flagged at once; it is certain only after half a minute undisturbed',
    );
  });
});
