/** The words of the way into the tour, which the page has before it has the tour's own. */
export const TOUR_BUTTON_WORDS = {
  start: 'Show me, in three minutes',
  again: 'Guided tour, from the beginning',
  resume: 'Go on with the tour',
} as const;
