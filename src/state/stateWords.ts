/** Good news of what was asked for, and of what went on by itself. */
import { spoken } from '../language/spoken.ts';

export const STATE_WORDS = spoken({
  en: {
    pushed: 'Pushed: the board reads back these parameters.',
    saved: 'Saved on the board: it keeps this without power.',
    learning: 'Learning starts again.',
    resumed: 'The analysis stopped and was started again: it goes on, and learns anew.',
    ownGone: (channels: number) =>
      channels === 1
        ? 'The parameters of one channel alone were not pushed: they are kept for the board before.'
        : `The parameters of ${channels} single channels were not pushed: they are kept for the board before.`,
    /** The channel of all channels. */
    together: 'together',
  },
  pt: {
    pushed: 'Enviado: a placa lê de volta estes parâmetros.',
    saved: 'Salvo na placa: ela guarda isto mesmo sem energia.',
    learning: 'O aprendizado recomeça.',
    resumed: 'A análise parou e foi iniciada de novo: ela continua, e aprende do começo.',
    ownGone: (channels) =>
      channels === 1
        ? 'Os parâmetros próprios de um canal não foram enviados: eles ficam guardados para a placa anterior.'
        : `Os parâmetros próprios de ${channels} canais não foram enviados: eles ficam guardados para a placa anterior.`,
    together: 'juntos',
  },
});
