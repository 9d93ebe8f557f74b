import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { speak } from '../../src/language/spoken.ts';
import type { Setup } from '../../src/state/setup.ts';
import { CONSOLE_WORDS } from '../../src/ui/console/consoleWords.ts';
import { explain } from '../../src/ui/explain/symbols.ts';
import { entryFaultWords } from '../../src/ui/parameterWords.ts';
import { linkWords, proposalWords } from '../../src/ui/share/words.ts';
import { TAIL_WORDS } from '../../src/ui/tailWords.ts';
import { boardShown } from '../../src/ui/virtualMachineWords.ts';

describe('Portuguese', () => {
  beforeEach(() => speak('pt'));
  afterEach(() => speak('en'));

  it('agrees with the gender of the machine that a link opens', () => {
    expect(linkWords({ machine: 'uno', seed: 1 })).toContain('e o Uno virtual.');
    expect(linkWords({ machine: 'pump', seed: 3 })).toContain('e a Bomba virtual com a semente 3.');
  });

  it('shows a window of any unit', () => {
    const view = { window: '1 h' } as const;
    const setup: Setup = { parameters: {}, own: {}, view, virtual: null, converted: [] };
    const said = proposalWords({ kind: 'link' }, setup, [], false);
    expect(said).toContain('propõe mostrar o trecho final de 1 h.');
  });

  it('is what a virtual machine is called, whose name its board says in English', () => {
    expect(['Virtual pump', 'Raspberry Pi Pico', ''].map(boardShown)).toEqual([
      'Bomba virtual',
      'Raspberry Pi Pico',
      '',
    ]);
  });

  it('says one line as one', () => {
    expect([CONSOLE_WORDS.copied(1), CONSOLE_WORDS.copied(2)]).toEqual([
      '1 linha copiada.',
      '2 linhas copiadas.',
    ]);
  });

  it('has the comma in the bounds of a parameter', () => {
    expect(entryFaultWords('delta', '')).toContain('de no máximo 0,999999');
  });

  it('has the name of a parameter over its explanation', () => {
    expect(explain('gamma').title).toBe('Limiar γ');
  });

  it('has no English value in a sentence', () => {
    expect(TAIL_WORDS[DEFAULT_PARAMETERS.tail]).toBe('ambas as caudas');
  });
});
