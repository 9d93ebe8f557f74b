import { describe, expect, it } from 'vitest';
import { createKeptMoments } from '../../../src/analysis/judging/alarmMoment.ts';
import { whyOf } from '../../gallery/why.ts';

const moment = (channel: number, timeMs: number) => ({ ...whyOf('level'), channel, timeMs });

describe('the moments of alarms that are kept', () => {
  it('are found by where they were, on their channel', () => {
    const kept = createKeptMoments();
    kept.keep(10, moment(0, 1));
    kept.keep(12, moment(1, 2));
    kept.keep(90, moment(0, 3));
    expect(kept.between(1, 10, 40)?.timeMs).toBe(2);
    expect(kept.between(0, 11, 40)).toBeNull();
    expect(kept.between(0, 11, 90)?.timeMs).toBe(3);
  });

  it('are bounded, the newest stay', () => {
    const kept = createKeptMoments(10);
    for (let i = 0; i < 1000; i++) kept.keep(i, moment(0, i));
    expect(kept.between(0, 990, 999)?.timeMs).toBe(990);
    expect(kept.between(0, 0, 979)).toBeNull();
  });

  it('are those of a what-if from where the past is judged anew', () => {
    const kept = createKeptMoments();
    kept.keep(10, moment(0, 1));
    kept.keep(20, moment(0, 2));
    kept.forgetFrom(15);
    kept.keep(20, moment(0, 99));
    expect(kept.between(0, 10, 10)?.timeMs).toBe(1);
    expect(kept.between(0, 20, 20)?.timeMs).toBe(99);
  });
});
