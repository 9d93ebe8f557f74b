/** Words of what parameters find, and of how far browser and board agree on it. */
import type { Agreement, Tally } from '../../analysis/messages/findings.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';

type NotComparable = Extract<Agreement, { comparable: false }>['why'];

/** Of what these parameters find, and how far browser and board agree on it. */
export const FOUND_WORDS = spoken({
  en: {
    notYet: 'What these would find is shown here.',
    found: (tally: string, over: string, board: string | null) =>
      `With these: ${tally} in the ${over} in memory${board === null ? '' : `; the board found ${board}`}.`,
    tally: ({ outliers, alarms, collective }: Tally) =>
      `${counted(outliers, 'outlier')}, ${counted(alarms, 'alarm')}${collective > 0 ? ` (${formatCount(collective)} collective)` : ''}`,
    neither: 'Agrees with the board: of what both have judged, neither has flagged a sample',
    agrees: (agreed: number, flagged: number) =>
      `Agrees with the board on ${formatCount(agreed)} of ${counted(flagged, 'flagged sample')}`,
    since: (clock: string) =>
      ` since it took other parameters at ${clock}, with what it had learned by the former ones`,
    lost: (lost: number) => `; ${counted(lost, 'sample')} lost, which only the board has seen`,
    show: 'Show disagreements',
    rounding:
      'Board and browser may round differently: a value within rounding of a limit may fall on either side of it.',
    head: ['Time', 'Channel', 'Browser', 'Board', 'From the limit'],
    channel: (nth: number) => `channel ${nth}`,
    nothing: 'nothing',
  },
  pt: {
    notYet: 'Aqui aparece o que estes parâmetros encontrariam.',
    found: (tally, over, board) =>
      `Com estes parâmetros: ${tally} em ${over} na memória${board === null ? '' : `; a placa encontrou ${board}`}.`,
    tally: ({ outliers, alarms, collective }) =>
      `${counted(outliers, 'outlier')}, ${counted(alarms, 'alarme')}${collective > 0 ? ` (${counted(collective, 'coletiva')})` : ''}`,
    neither: 'Concorda com a placa: do que ambos julgaram, nenhum sinalizou uma amostra',
    agrees: (agreed, flagged) =>
      `Concorda com a placa em ${formatCount(agreed)} de ${counted(flagged, 'amostra sinalizada', 'amostras sinalizadas')}`,
    since: (clock) =>
      ` desde que ela recebeu outros parâmetros (${clock}), com o que tinha aprendido pelos anteriores`,
    lost: (lost) =>
      lost === 1
        ? '; 1 amostra perdida, que só a placa viu'
        : `; ${formatCount(lost)} amostras perdidas, que só a placa viu`,
    show: 'Mostrar as divergências',
    rounding:
      'Placa e navegador podem arredondar de forma diferente: um valor muito próximo de um limite pode cair de um lado ou do outro.',
    head: ['Hora', 'Canal', 'Navegador', 'Placa', 'Distância do limite'],
    channel: (nth) => `canal ${nth}`,
    nothing: 'nada',
  },
});

/** A verdict's letters, one by one. */
export const VERDICT_WORDS = spoken<Readonly<Record<string, string>>>({
  en: { o: 'outlier', a: 'alarm', c: 'collective', d: 'by drift', r: 'by rhythm' },
  pt: { o: 'outlier', a: 'alarme', c: 'coletiva', d: 'por deriva', r: 'por ritmo' },
});

export const INCOMPARABLE = spoken<Readonly<Record<NotComparable, string>>>({
  en: {
    'parameters-differ':
      'Not compared with the board: the parameters differ. Push to board or Revert.',
    'learned-differently':
      'Not compared with the board: it had learned before this page saw its samples. Restart learning to compare.',
    'older-rules':
      'Not compared with the board: it judges by older rules than this page. Update it to compare.',
  },
  pt: {
    'parameters-differ':
      'Sem comparação com a placa: os parâmetros diferem. Use Enviar à placa ou Reverter.',
    'learned-differently':
      'Sem comparação com a placa: ela aprendeu antes de esta página ver suas amostras. Recomece o aprendizado para comparar.',
    'older-rules':
      'Sem comparação com a placa: ela julga por regras mais antigas que as desta página. Atualize-a para comparar.',
  },
});
