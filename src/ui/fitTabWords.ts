/** The tabs of the fit in words. */
import { spoken } from '../language/spoken.ts';
import type { FitTab } from '../state/viewStore.ts';

export const FIT_TAB_WORDS = spoken<Readonly<Record<FitTab, string>>>({
  en: { Why: 'Why', CDF: 'CDF', Paper: 'Paper', GEV: 'GEV', Season: 'Season' },
  pt: { Why: 'Por quê', CDF: 'CDF', Paper: 'Papel', GEV: 'GEV', Season: 'Sazonalidade' },
});
