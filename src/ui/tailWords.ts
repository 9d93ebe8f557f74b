/** The tail in a row of parameters: under a picture, beside a replay. */
import type { Tail } from '../detector/parameters.ts';
import { spoken } from '../language/spoken.ts';

export const TAIL_WORDS = spoken<Readonly<Record<Tail, string>>>({
  en: { both: 'tail both', upper: 'tail upper', lower: 'tail lower' },
  pt: { both: 'ambas as caudas', upper: 'cauda superior', lower: 'cauda inferior' },
});
