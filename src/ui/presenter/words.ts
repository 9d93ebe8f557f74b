/** All words of the presenter view. */
import { spoken } from '../../language/spoken.ts';

export const PRESENTER_WORDS = spoken({
  en: {
    region: 'Presenter view',
    command: 'Presenter view',
    leave: 'Leave',
    leaveHint: 'Back to all panels',
    second: 'Second window',
    secondHint: 'The same in a window of its own, for a projector; it follows this one',
    closeSecond: 'Close the second window',
    secondCommand: 'Presenter view in a second window',
    blocked:
      'The browser did not open a second window. Allow pop-ups for this page (at the end of its address bar), and try again.',
    followed: 'Presenter view that follows the first window',
    /** In the second window. */
    left: 'The first window was closed or loaded again. Open the second window from there once more: it will come here.',
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
    second: 'Segunda janela',
    secondHint: 'O mesmo em uma janela própria, para um projetor; ela acompanha esta',
    closeSecond: 'Fechar a segunda janela',
    secondCommand: 'Modo de apresentação em uma segunda janela',
    blocked:
      'O navegador não abriu uma segunda janela. Permita pop-ups para esta página (no fim da barra de endereço) e tente de novo.',
    followed: 'Modo de apresentação que acompanha a primeira janela',
    left: 'A primeira janela foi fechada ou carregada de novo. Abra a segunda janela outra vez a partir dela: ela virá para cá.',
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
    notRunning: 'A placa virtual não está em execução.',
    keys: {
      area: 'No modo de apresentação',
      disturb: 'Perturbar a máquina virtual, como dizem os botões',
      live: 'Voltar ao vivo',
      leave: 'Voltar a todos os painéis',
    },
  },
});
