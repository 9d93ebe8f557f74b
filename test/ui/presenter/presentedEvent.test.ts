import { describe, expect, it } from 'vitest';
import { presentedEvent } from '../../../src/ui/presenter/presentedEvent.ts';
import { anEvent } from '../../state/world.ts';

const EARLY = anEvent(1, { fromMs: 1000, toMs: 1000 });
const LATE = anEvent(2, { fromMs: 9000, toMs: 9000 });
const STILL = { fromMs: 0, toMs: 2000 };

describe('the anomaly that a room is told of', () => {
  it('is the newest', () => {
    const told = presentedEvent([EARLY, LATE], { fixed: null, chosen: null });
    expect(told).toEqual({ event: LATE, isChosen: false });
    expect(presentedEvent([], { fixed: null, chosen: null })).toBeNull();
  });

  it('is the chosen one while the signal stands still around it, and no longer', () => {
    const chosen = { channel: 0, fromMs: 1000, toMs: 1000 };
    const told = (fixed: typeof STILL | null) => presentedEvent([EARLY, LATE], { fixed, chosen });
    expect(told(STILL)).toEqual({ event: EARLY, isChosen: true });
    expect(told(null)).toEqual({ event: LATE, isChosen: false });
  });

  it('is the newest where the chosen one is no anomaly any more', () => {
    const chosen = { channel: 0, fromMs: 5000, toMs: 5000 };
    const told = presentedEvent([EARLY, LATE], { fixed: STILL, chosen });
    expect(told).toEqual({ event: LATE, isChosen: false });
  });
});
