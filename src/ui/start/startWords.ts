/** Words of the ways to begin, and of the bar of the virtual board. */
import { spoken } from '../../language/spoken.ts';

export const START_WORDS = spoken({
  en: {
    start: 'Start',
    virtual: 'Virtual board',
    virtualNeeds:
      'Needs nothing: the same firmware in this browser, on a turning machine or on a pump that works in strokes; or the Arduino library on an emulated Uno. Disturb it, and watch what is flagged.',
    connect: 'Connect board',
    connectNeeds:
      'Needs a board on USB: one with Tidemark’s firmware, or any sketch that prints numbers.',
    again: 'Again:',
    notSeen: 'I can’t see my board',
    open: 'Open recording',
    openNeeds:
      'Needs nothing plugged in: a session recorded here, or a file: CSV, serial lines. Or drop one anywhere.',
    recent: 'Recent sessions',
    all: (count: number) => `All ${count} recorded sessions`,
    playBack: 'Play back',
  },
  pt: {
    start: 'Início',
    virtual: 'Placa virtual',
    virtualNeeds:
      'Não precisa de nada: o mesmo firmware neste navegador, em uma máquina que gira ou em uma bomba que trabalha em cursos; ou a biblioteca Arduino em um Uno emulado. Perturbe-a e veja o que é sinalizado.',
    connect: 'Conectar placa',
    connectNeeds:
      'Precisa de uma placa na USB: uma com o firmware do Tidemark, ou qualquer sketch que imprima números.',
    again: 'Usar de novo:',
    notSeen: 'Não vejo minha placa',
    open: 'Abrir gravação',
    openNeeds:
      'Não precisa de nada conectado: uma sessão gravada aqui ou um arquivo: CSV, linhas da serial. Ou solte um em qualquer lugar.',
    recent: 'Sessões recentes',
    all: (count) => `Todas as ${count} sessões gravadas`,
    playBack: 'Reproduzir',
  },
});

export const VIRTUAL_BAR_WORDS = spoken({
  en: {
    notRunning: 'The virtual board is not running.',
    inject: (name: string) => `${name}: inject`,
    plugIn: 'Plug in again',
    pull: 'Pull the plug',
    pullHint: 'The board vanishes in mid-stream',
    expect: 'What to expect',
  },
  pt: {
    notRunning: 'A placa virtual não está em execução.',
    inject: (name) => `${name}: injetar`,
    plugIn: 'Conectar de novo',
    pull: 'Puxar o cabo',
    pullHint: 'A placa some no meio da transmissão',
    expect: 'O que esperar',
  },
});
