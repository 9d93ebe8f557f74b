import { describe, expect, it } from 'vitest';
import { givenName, givenWords } from '../../../src/ui/classes/givenNames.ts';

const spike = { name: 'spike', share: 0.82 };
const step = { name: 'step', share: 0.6 };
const unknown = { name: null, share: 0.3 };

describe('a name that was given', () => {
  const words = (...said: Parameters<typeof givenName>) => {
    const given = givenName(...said);
    return given && givenWords(given);
  };

  it('says whose it is', () => {
    expect(words(spike, null)).toBe('spike, named by the forest, 82\u00a0%');
    expect(words(null, spike)).toBe('spike, named by the board, 82\u00a0%');
    expect(words(spike, spike)).toBe('spike, named by forest and board, 82\u00a0%');
    expect(words(null, null)).toBeNull();
  });

  it('says where page and board differ', () => {
    expect(words(spike, step)).toBe(
      'spike, named by the forest, 82\u00a0%; the board says step, 60\u00a0%',
    );
    expect(words(unknown, step)).toBe(
      'unknown, named by the forest, 30\u00a0%; the board says step, 60\u00a0%',
    );
  });
});
