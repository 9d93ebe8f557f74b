/** What is wrong with a parameter's field, in a sentence: what was typed, or what the board made of it. */
import { NUMERIC_PARAMETERS, type ParameterName } from '../../detector/parameters.ts';
import { formatParameter } from '../format.ts';
import { useTuning } from '../tidemarkContext.ts';

/** Undefined while nothing is. */
export function useFieldError(name: ParameterName): string | undefined {
  const fault = useTuning((state) => state.faults[name]);
  const refusal = useTuning((state) => state.refusals[name]);
  const still = useTuning((state) => state.still[name]);
  if (fault !== undefined) return fault;
  if (refusal !== undefined) return `The board refused: ${refusal}`;
  if (still === undefined) return undefined;
  const symbol = name === 'tail' ? 'tail' : NUMERIC_PARAMETERS[name].symbol;
  return `The board answered ok, but still says ${symbol} ${formatParameter(still)}.`;
}
