/** A notice's own words. */
import { spoken } from '../../language/spoken.ts';

export const NOTICE_LINE_WORDS = spoken({
  en: { dismiss: 'Dismiss notice' },
  pt: { dismiss: 'Dispensar aviso' },
});
