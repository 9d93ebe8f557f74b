/** All words of the presenter view. */
import { spoken } from '../../language/spoken.ts';

export const PRESENTER_WORDS = spoken({
  en: {
    region: 'Presenter view',
    command: 'Presenter view',
    leave: 'Leave',
    leaveHint: 'Back to all panels',
    live: 'Back to live',
    liveHint: 'The signal stands still',
    last: 'Last anomaly',
    chosen: 'Chosen anomaly',
    none: 'No anomaly so far.',
    seenBy: {
      browser: 'seen by browser',
      board: 'seen by board',
      both: 'seen by browser + board',
    },
    connection: 'Connection',
    signal: 'Signal',
    /** Of what a notice says that it cannot be shown. */
    fit: 'Weibull fit',
    disturb: 'Disturb the machine',
    notRunning: 'The virtual board is not running.',
    /** For the sheet of keys. */
    keys: {
      area: 'In the presenter view',
      disturb: 'Disturb the virtual machine, as its buttons say',
      live: 'Back to live',
      leave: 'Back to all panels',
    },
  },
  pt: {
    region: 'Modo de apresentação',
    command: 'Modo de apresentação',
    leave: 'Sair',
    leaveHint: 'Voltar a todos os painéis',
    live: 'Voltar ao vivo',
    liveHint: 'O sinal está parado',
    last: 'Última anomalia',
    chosen: 'Anomalia escolhida',
    none: 'Nenhuma anomalia até agora.',
    seenBy: {
      browser: 'detectada pelo navegador',
      board: 'detectada pela placa',
      both: 'detectada pelo navegador e pela placa',
    },
    connection: 'Conexão',
    signal: 'Sinal',
    fit: 'Ajuste de Weibull',
    disturb: 'Perturbar a máquina',
    notRunning: 'A placa virtual não está funcionando.',
    keys: {
      area: 'No modo de apresentação',
      disturb: 'Perturbar a máquina virtual, como dizem os botões',
      live: 'Voltar ao vivo',
      leave: 'Voltar a todos os painéis',
    },
  },
});
