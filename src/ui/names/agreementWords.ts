/** All words of how far board and page agree on names. */
import { spoken } from '../../language/spoken.ts';
import { counted } from '../format.ts';

export const AGREEMENT_WORDS = spoken({
  en: {
    heading: 'Board and page',
    page: 'the page says',
    board: 'the board says',
    unknown: 'unknown',
    sentence: (agreed: number, of: number): string =>
      of === 0
        ? 'Board and page have named no event in common yet.'
        : `Board and page call ${agreed} of ${counted(of, 'event')} the same.`,
  },
  pt: {
    heading: 'Placa e página',
    page: 'a página diz',
    board: 'a placa diz',
    unknown: 'desconhecido',
    sentence: (agreed, of) =>
      of === 0
        ? 'Placa e página ainda não deram nome a nenhum evento em comum.'
        : `Placa e página dão o mesmo nome a ${agreed} de ${counted(of, 'evento')}.`,
  },
});
