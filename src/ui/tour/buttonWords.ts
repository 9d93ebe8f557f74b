/** The words of the ways into the tour, which the page has before it has the tour's own. */
import { spoken } from '../../language/spoken.ts';
import type { ChapterId } from '../../tour/steps.ts';

export const TOUR_BUTTON_WORDS = spoken({
  en: { start: 'Show me, in three minutes', resume: 'Go on with the tour' },
  pt: { start: 'Ver como funciona, em três minutos', resume: 'Continuar a visita guiada' },
});

export const CHAPTER_WORDS = spoken<Readonly<Record<ChapterId, string>>>({
  en: {
    loop: 'Guided tour, from the beginning',
    names: 'Guided tour: name what happened',
    board: 'Guided tour: your own board',
  },
  pt: {
    loop: 'Visita guiada, desde o começo',
    names: 'Visita guiada: dar nome ao que aconteceu',
    board: 'Visita guiada: a sua própria placa',
  },
});
