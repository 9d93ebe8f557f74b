import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { speak } from '../../src/language/spoken.ts';
import { causeSentence, rarityWords } from '../../src/ui/causeWords.ts';
import { learningLines, learningWords, normalWords } from '../../src/ui/learningWords.ts';
import { boardRemark, valueRemark } from '../../src/ui/parameters/valueRemarks.ts';
import { limitWords, onceInWords } from '../../src/ui/weibull/limitWords.ts';
import { aFit, LEARNED, streaming } from '../state/world.ts';

const NOTHING = { judged: null, deviation: null, limit: null, periodMs: 20 };

describe('the cause of an alarm, in a sentence', () => {
  it('is the deviation and its limit, of a sample', () => {
    const facts = { ...NOTHING, cause: 'level', deviation: -20, limit: 4 } as const;
    expect(causeSentence(facts)).toBe('20.0\u00a0σ; the limit was 4.00\u00a0σ.');
  });

  it('is how many limits a block lies away, of a drift', () => {
    const judged = { of: 'drift', value: 7.8, center: 1, limit: 3 } as const;
    expect(causeSentence({ ...NOTHING, cause: 'drift', judged })).toBe(
      'The level of the last block is 3.4 limits away from the 256 before.',
    );
  });

  it('is how long the mean was not crossed, of a rhythm', () => {
    const judged = { of: 'rhythm', value: 60, center: 15, limit: 40 } as const;
    const facts = { ...NOTHING, cause: 'rhythm', judged } as const;
    expect(causeSentence(facts)).toBe('Has not crossed its mean for 1.2 s, usually 0.3 s.');
    expect(causeSentence({ ...facts, periodMs: null })).toBe(
      'Has not crossed its mean for 60 samples, usually 15 samples.',
    );
    const early = { ...judged, value: 5, limit: 6 };
    expect(causeSentence({ ...facts, judged: early })).toBe(
      'Crossed its mean after 0.1 s, usually 0.3 s.',
    );
  });
});

it.each([
  [0, '–'],
  [0.5, '1 in 2.0'],
  [0.998, '1 in 500'],
  [1 - 3e-7, '1 in 10⁶'],
  [1, 'beyond 1 in 10¹⁵'],
])('a probability of %s is %s', (probability, words) => {
  expect(rarityWords(probability)).toBe(words);
});

describe('what sets the limit', () => {
  it('is γ, and below which γ it would be the Weibull’s', () => {
    const weibull = { location: 1.5, shape: 2, scale: 1, r2: 0.9, q: 3.1 };
    expect(limitWords(aFit({ weibull }))).toBe(
      'With γ 4 the limit is γ; below 3.10 it would be the Weibull’s.',
    );
  });

  it('is the Weibull’s, where its curve reaches the level of δ', () => {
    expect(limitWords(aFit())).toBe(
      'With δ 0.94 the limit is the Weibull’s, 4.42\u00a0σ (its curve at .992); with γ above that, γ.',
    );
  });

  it('is said in Portuguese with a comma and the zero before it', () => {
    speak('pt');
    const words = limitWords(aFit());
    speak('en');
    expect(words).toBe(
      'Com δ 0,94 o limite é o da Weibull, 4,42\u00a0σ (a curva em 0,992); com γ acima disso, γ.',
    );
  });

  it('is reached once in so long at this rate', () => {
    const weibull = { location: 0, shape: 1, scale: 1, r2: 0.9, q: 3 };
    // exp(-5): a block of 0.64 s in 148.
    expect(onceInWords(5, weibull, 32, 20)).toBe(
      'A deviation as large as 5.00\u00a0σ: once in 95 s at this rate.',
    );
    expect(onceInWords(50, weibull, 32, 20)).toMatch(/less than once in 7 days at this rate/);
    expect(onceInWords(5, weibull, 32, null)).toBeNull();
  });
});

describe('learning', () => {
  it('says how far it is, and how long it takes', () => {
    expect(learningWords(3, 5, 12_000)).toBe('learning 3 of 5 blocks, 12 s more');
    // On a stage two figures a fraction apart are read as a fault.
    expect(learningWords(4, 5, 610)).toBe(learningWords(4, 5, 190));
  });

  it('says what will count as normal', () => {
    expect(normalWords(160, 100)).toBe('What happens at least every 16 s counts as normal (N·B).');
  });

  it('says the same of several channels once, and offers to restart where σ has jumped', () => {
    const wide = { ...LEARNED, wide: true };
    const jumped = { ...LEARNED, sigmaJump: 300, wide: true };
    const lines = learningLines(
      new Map([
        [0, wide],
        [1, wide],
        [2, jumped],
      ]),
      [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
      20,
    );
    expect(lines.map(({ names, restart }) => [names, restart])).toEqual([
      [['a', 'b'], false],
      [['c'], true],
    ]);
    expect(lines[0]?.words).toBe('Limits are wide because of recent anomalies.');
    expect(lines[1]?.words).toMatch(/^σ has jumped.*Restart learning\?$/);
  });
});

describe('beside a value', () => {
  it('stands what a zero means', () => {
    expect(valueRemark('meanGap', DEFAULT_PARAMETERS, null)).toBe('Five periods: 500 ms.');
    expect(valueRemark('meanGap', DEFAULT_PARAMETERS, 20)).toBe('Five periods: 100 ms.');
    expect(valueRemark('meanGap', { ...DEFAULT_PARAMETERS, meanGap: 700 }, 20)).toBeNull();
    expect(valueRemark('drift', { ...DEFAULT_PARAMETERS, drift: 0 }, 20)).toMatch(/^Off/);
  });

  it('stands how long a season is', () => {
    const daily = { ...DEFAULT_PARAMETERS, season: 86_400_000 };
    expect(valueRemark('season', daily, 300_000)).toBe('A cycle of 24.0 h.');
    expect(valueRemark('bins', daily, 300_000)).toBe(
      '48 numbers for 288 samples, one every 30 min.',
    );
  });

  it('stands what this board cannot', () => {
    const { identity } = streaming(1);
    if (!identity) throw new Error('a board of ours says who it is');
    const small = { ...identity, can: ['drift'] as const, most: 16 };
    expect(boardRemark('drift', 3, small)).toBeNull();
    expect(boardRemark('rhythm', 5, small)).toBe(
      'This board cannot judge rhythm: only the browser does.',
    );
    expect(boardRemark('maxima', 20, small)).toMatch(/memory for 16 at most/);
    expect(boardRemark('maxima', 16, small)).toBeNull();
    expect(boardRemark('rhythm', 5, { ...small, can: [] })).toBeNull();
    expect(boardRemark('period', 2, small)).toBeNull();
    const slow = { ...small, fitsMs: 4.123 };
    expect(boardRemark('period', 5, slow)).toBeNull();
    expect(boardRemark('period', 2, slow)).toBe(
      'Fits take this board up to 4.12 ms, longer than this: it will leave samples out.',
    );
  });
});
