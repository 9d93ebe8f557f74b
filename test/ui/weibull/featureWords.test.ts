import { describe, expect, it } from 'vitest';
import { featureSentence } from '../../../src/ui/weibull/featureWords.ts';
import { FEATURES_OF_A_SPIKE } from '../../gallery/why.ts';

const words = (changes: Partial<typeof FEATURES_OF_A_SPIKE>) =>
  featureSentence({ features: { ...FEATURES_OF_A_SPIKE, ...changes } });

describe('what an event was like, in words', () => {
  it('says a step’s new level, which way it went whatever the sign of the peak', () => {
    expect(words({ peak: 9, shift: 8.8 })).toContain('the level is 8.8 σ higher since.');
    expect(words({ peak: -9, shift: 8.8 })).toContain('the level is 8.8 σ lower since.');
  });

  it('says a flat line’s equal values, and of a single sample no time', () => {
    expect(words({ samples: 40, equal: 38 })).toContain('; 38 values in a row were equal; ');
    expect(words({ samples: 1, lasted: 0, outliers: 1, rise: 0 })).toMatch(
      /^It was 1 sample long, with 1 outlier; furthest, .* σ, at the alarm; /,
    );
  });

  it('is nothing while the event goes on', () => {
    expect(featureSentence({ features: null })).toBeNull();
  });
});
