/** The one place that turns a fault into words: what happened, and what to do. */
import type { FaultCode } from '../board/fault.ts';
import { spoken } from '../language/spoken.ts';

export interface FaultWords {
  readonly title: string;
  readonly advice: string;
}

/** Title and advice for a fault; null when nothing is to be said. */
export function faultWords(code: FaultCode): FaultWords | null {
  return WORDS[code];
}

const WORDS = spoken<Readonly<Record<FaultCode, FaultWords | null>>>({
  en: {
    insecure: {
      title: 'Serial ports are hidden from this page',
      advice: 'Open Tidemark over https or on localhost: browsers show boards to no other page.',
    },
    unsupported: {
      title: 'This browser has no Web Serial',
      advice:
        'Use a desktop browser that has it (Chrome, Edge or Opera), or try the virtual board.',
    },
    forbidden: {
      title: 'Serial ports are forbidden here',
      advice: 'Allow serial ports in the browser’s site settings, or ask whoever manages them.',
    },
    cancelled: null,
    busy: {
      title: 'The port could not be opened',
      advice:
        'Most often another program has it: close Arduino IDE, Thonny or the serial monitor, then try again.',
    },
    'busy-here': {
      title: 'Another tab of Tidemark has the board',
      advice: 'Disconnect it there or close that tab, then try again.',
    },
    gone: {
      title: 'The board is not there any more',
      advice: 'Plug it in and connect again.',
    },
    lost: {
      title: 'The board went away',
      advice: 'Check the cable, then reconnect. What was seen stays on the screen.',
    },
    'virtual-failed': {
      title: 'The virtual board could not be started',
      advice: 'Try again; if that fails too, load the page again.',
    },
    'no-answer': {
      title: 'The board did not answer',
      advice: 'It was asked three times. Press its reset button, then try again.',
    },
    refused: {
      title: 'The board refused',
      advice: 'Nothing was changed on the board. Correct what it names, then try again.',
    },
    'not-applied': {
      title: 'The board did not confirm',
      advice:
        'It answered ok, but does not say that it uses what was sent. Send it again, or install its program anew.',
    },
    'not-saved': {
      title: 'The board did not confirm that it has saved',
      advice:
        'It answered ok, but says that it keeps nothing. Save again, or install its program anew.',
    },
    unreadable: {
      title: 'The recording could not be opened',
      advice: 'Choose a file that Tidemark has recorded: its first line begins with H,tidemark=1.',
    },
    'not-kept': {
      title: 'The label is not kept',
      advice:
        'It is lost when this tab is closed: allow this site to keep files, or export the anomalies first.',
    },
    'write-failed': {
      title: 'Nothing could be sent to the board',
      advice: 'Check the cable, then reconnect.',
    },
    'worker-died': {
      title: 'The analysis stopped and was started again',
      advice: 'Reconnect the board. What it had learned in this browser is gone.',
    },
    'no-worker': {
      title: 'The analysis could not be started',
      advice: 'Load the page again; if that fails too, close other tabs or use another browser.',
    },
  },
  pt: {
    insecure: {
      title: 'As portas seriais estão ocultas para esta página',
      advice:
        'Abra o Tidemark por https ou em localhost: os navegadores não mostram placas a nenhuma outra página.',
    },
    unsupported: {
      title: 'Este navegador não tem Web Serial',
      advice:
        'Use um navegador de computador que tenha (Chrome, Edge ou Opera), ou experimente a placa virtual.',
    },
    forbidden: {
      title: 'As portas seriais estão proibidas aqui',
      advice:
        'Permita as portas seriais nas configurações de sites do navegador, ou peça a quem as administra.',
    },
    cancelled: null,
    busy: {
      title: 'Não foi possível abrir a porta',
      advice:
        'Quase sempre outro programa está com ela: feche a IDE do Arduino, o Thonny ou o monitor serial e tente de novo.',
    },
    'busy-here': {
      title: 'Outra aba do Tidemark está com a placa',
      advice: 'Desconecte-a lá ou feche aquela aba e tente de novo.',
    },
    gone: {
      title: 'A placa não está mais conectada',
      advice: 'Conecte o cabo e abra a conexão de novo.',
    },
    lost: {
      title: 'A placa sumiu',
      advice: 'Verifique o cabo e reconecte. O que foi visto continua na tela.',
    },
    'virtual-failed': {
      title: 'Não foi possível iniciar a placa virtual',
      advice: 'Tente de novo; se também falhar, recarregue a página.',
    },
    'no-answer': {
      title: 'A placa não respondeu',
      advice: 'Ela foi consultada três vezes. Pressione o botão de reset dela e tente de novo.',
    },
    refused: {
      title: 'A placa recusou',
      advice: 'Nada mudou na placa. Corrija o que ela aponta e tente de novo.',
    },
    'not-applied': {
      title: 'A placa não confirmou',
      advice:
        'Ela respondeu ok, mas não diz que usa o que foi enviado. Envie de novo, ou reinstale o programa dela.',
    },
    'not-saved': {
      title: 'A placa não confirmou que salvou',
      advice:
        'Ela respondeu ok, mas diz que não guarda nada. Salve de novo, ou reinstale o programa dela.',
    },
    unreadable: {
      title: 'Não foi possível abrir a gravação',
      advice:
        'Escolha um arquivo que o Tidemark tenha gravado: a primeira linha dele começa com H,tidemark=1.',
    },
    'not-kept': {
      title: 'O rótulo não foi guardado',
      advice:
        'Ele se perde quando esta aba for fechada: permita que este site guarde arquivos, ou exporte as anomalias antes.',
    },
    'write-failed': {
      title: 'Não foi possível enviar nada à placa',
      advice: 'Verifique o cabo e reconecte.',
    },
    'worker-died': {
      title: 'A análise parou e foi iniciada de novo',
      advice: 'Reconecte a placa. O que ela tinha aprendido neste navegador se perdeu.',
    },
    'no-worker': {
      title: 'Não foi possível iniciar a análise',
      advice: 'Recarregue a página; se também falhar, feche outras abas ou use outro navegador.',
    },
  },
});
