/** A parameter's name as it stands in sentences: word and symbol, where it has one. */
import { NUMERIC_PARAMETERS, type ParameterName } from '../../detector/parameters.ts';

export function parameterWord(name: ParameterName): string {
  if (name === 'tail') return 'Tail';
  const { label, symbol } = NUMERIC_PARAMETERS[name];
  return symbol === '–' ? label : `${label} ${symbol}`;
}
