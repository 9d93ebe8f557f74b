/** Words under a picture. */
import type { Tail } from '../../detector/parameters.ts';
import { spoken } from '../../language/spoken.ts';

export const PICTURE_WORDS = spoken({
  en: { notJudged: 'not judged' },
  pt: { notJudged: 'não julgado' },
});

export const TAIL_WORDS = spoken<Readonly<Record<Tail, string>>>({
  en: { both: 'tail both', upper: 'tail upper', lower: 'tail lower' },
  pt: { both: 'ambas as caudas', upper: 'cauda superior', lower: 'cauda inferior' },
});
