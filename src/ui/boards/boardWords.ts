/** Words of the table of boards. */
import { spoken } from '../../language/spoken.ts';

export const BOARD_TABLE_WORDS = spoken({
  en: {
    intro:
      'Any board that prints numbers works, listed or not. On boards with MicroPython, Tidemark’s firmware runs the detector too.',
    board: 'Board',
    samples: 'Tidemark’s firmware there samples',
    none: 'not for this board: use the Arduino library, or any sketch that prints numbers',
  },
  pt: {
    intro:
      'Qualquer placa que imprima números funciona, esteja na lista ou não. Em placas com MicroPython, o firmware do Tidemark também executa o detector.',
    board: 'Placa',
    samples: 'O firmware do Tidemark nela mede',
    none: 'não para esta placa: use a biblioteca Arduino, ou qualquer sketch que imprima números',
  },
});
