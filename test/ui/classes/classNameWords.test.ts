import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOT_AN_ANOMALY, TRUE_ANOMALY } from '../../../src/detector/scores.ts';
import { speak } from '../../../src/language/spoken.ts';
import { classFaultWords } from '../../../src/ui/classes/classWords.ts';
import { givenWords } from '../../../src/ui/classes/givenNames.ts';
import { classShown, classTyped } from '../../../src/ui/classNameWords.ts';

describe('in Portuguese the two classes that are always there', () => {
  beforeEach(() => speak('pt'));
  afterEach(() => speak('en'));

  it('are called in Portuguese, others as the person calls them', () => {
    expect([TRUE_ANOMALY, NOT_AN_ANOMALY, 'valve stuck'].map(classShown)).toEqual([
      'anomalia verdadeira',
      'não é anomalia',
      'valve stuck',
    ]);
    expect(givenWords({ name: TRUE_ANOMALY, share: 0.5, by: 'forest', board: null })).toMatch(
      /^anomalia verdadeira, /,
    );
    expect(classFaultWords({ code: 'taken', name: TRUE_ANOMALY })).toContain(
      '“anomalia verdadeira”',
    );
  });

  it('are meant by whoever types them so', () => {
    expect(classTyped('  Anomalia  verdadeira ')).toBe(TRUE_ANOMALY);
    expect(classTyped('não é anomalia')).toBe(NOT_AN_ANOMALY);
    expect(classTyped('válvula presa')).toBe('válvula presa');
  });
});
