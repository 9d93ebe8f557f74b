/** What did not come through from a set of older rules. The English is the command line's, too. */
import type { ConvertedParameter } from '../../detector/olderParameters.ts';
import { spoken } from '../../language/spoken.ts';
import { PARAMETER_WORDS, valueWords } from '../parameterWords.ts';

const WORDS = spoken({
  en: { converted: ({ sentence }: ConvertedParameter): string => sentence },
  pt: {
    converted: ({ parameter, now, was }) => {
      if (parameter === 'fatigue') {
        return `Fadiga φ agora é a parcela em que um alarme eleva a barra; antes significava outra coisa e volta a ser ${valueWords(now)}.`;
      }
      if (parameter === 'meanGap' && was === 500) {
        return 'Intervalo médio T era de 500 ms se ninguém o mudou; agora são cinco períodos (0).';
      }
      const given = typeof was === 'number' || typeof was === 'string' ? valueWords(was) : '?';
      return `${PARAMETER_WORDS[parameter].label} não pode ser ${given} e volta a ser ${valueWords(now)}.`;
    },
  },
});

export const convertedWords = (one: ConvertedParameter): string => WORDS.converted(one);
