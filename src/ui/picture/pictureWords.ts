/** Words under a picture. */
import { spoken } from '../../language/spoken.ts';

export const PICTURE_WORDS = spoken({
  en: { notJudged: 'not judged' },
  pt: { notJudged: 'não julgado' },
});
