import { afterEach, describe, expect, it } from 'vitest';
import type { LineNote } from '../../../src/analysis/messages/calls.ts';
import { speak } from '../../../src/language/spoken.ts';
import { noteWords } from '../../../src/ui/console/noteWords.ts';

describe('what the console says of a line', () => {
  afterEach(() => speak('en'));

  it.each<[LineNote, string, string]>([
    [{ kind: 'read', form: 'numbers' }, 'read as numbers', 'lida como números'],
    [{ kind: 'unread', reason: 'long' }, 'not read: too long', 'não lida: longa demais'],
    [
      { kind: 'dropped', why: 'sum' },
      'dropped: the sum is wrong',
      'descartada: a soma está errada',
    ],
  ])('%j: in the language spoken', (note, english, portuguese) => {
    expect(noteWords(note)).toBe(english);
    speak('pt');
    expect(noteWords(note)).toBe(portuguese);
  });
});
