/** What is wrong with a parameter's field, in a sentence: what was typed, or what the board made of it. */
import { NUMERIC_PARAMETERS, type ParameterName } from '../../detector/parameters.ts';
import { entryFaultWords, valueWords } from '../parameterWords.ts';
import { useTuning } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';

/** Undefined while nothing is. */
export function useFieldError(name: ParameterName): string | undefined {
  const fault = useTuning((state) => state.faults[name]);
  const refusal = useTuning((state) => state.refusals[name]);
  const still = useTuning((state) => state.still[name]);
  if (fault !== undefined) return entryFaultWords(name, fault);
  if (refusal !== undefined) return PANEL_WORDS.boardRefused(refusal);
  if (still === undefined) return undefined;
  const symbol = name === 'tail' ? PANEL_WORDS.tail : NUMERIC_PARAMETERS[name].symbol;
  return PANEL_WORDS.stillSays(symbol, valueWords(still));
}
