/** Words of the header: its buttons, its help, and the figures of the status line. */
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';

export const HEADER_WORDS = spoken({
  en: {
    baudRate: 'Baud rate',
    baudRateHint: 'Bits a second on the serial line: as the sketch on the board has it',
    connect: 'Connect board',
    others: 'Boards and recordings',
    known: 'Used before, and plugged in',
    again: 'Again:',
    stopReconnecting: 'Stop reconnecting',
    closeRecording: 'Close recording',
    disconnect: 'Disconnect',
    connection: 'Connection',
    theme: 'Theme',
  },
  pt: {
    baudRate: 'Taxa de transmissão',
    baudRateHint: 'Bits por segundo na linha serial: como está no sketch da placa',
    connect: 'Conectar placa',
    others: 'Placas e gravações',
    known: 'Já usadas e conectadas agora',
    again: 'Usar de novo:',
    stopReconnecting: 'Parar de reconectar',
    closeRecording: 'Fechar gravação',
    disconnect: 'Desconectar',
    connection: 'Conexão',
    theme: 'Tema',
  },
});

export const THEME_WORDS = spoken({
  en: { system: 'System theme', light: 'Light theme', dark: 'Dark theme' },
  pt: { system: 'Tema do sistema', light: 'Tema claro', dark: 'Tema escuro' },
});

export const HELP_WORDS = spoken({
  en: {
    help: 'Help',
    begin:
      'Virtual machine, Virtual pump and Virtual Uno start at once and need nothing; Connect board asks for a USB port.',
    learns: 'The detector learns for a few blocks, then marks what lies beyond the limits.',
    edit: 'Edit a parameter: this browser uses it at once. Push to board sends it there.',
    drag: 'Drag over the signal to look closer; a row of the list jumps to its event.',
    recorded:
      'Every session is recorded in this browser: ▾ beside Connect board lists them, to play back, rename, download or delete. A browser that crashed offers its session back.',
    keys: 'Keys (?)',
    commands: 'All commands (Ctrl+K)',
    notSeen: 'I can’t see my board',
  },
  pt: {
    help: 'Ajuda',
    begin:
      'Máquina virtual, Bomba virtual e Uno virtual começam na hora e não precisam de nada; Conectar placa pede uma porta USB.',
    learns: 'O detector aprende por alguns blocos e depois marca o que passa dos limites.',
    edit: 'Edite um parâmetro: este navegador o usa na hora. Enviar à placa o manda para lá.',
    drag: 'Arraste sobre o sinal para ver mais de perto; uma linha da lista salta para o seu evento.',
    recorded:
      'Toda sessão é gravada neste navegador: ▾ ao lado de Conectar placa traz a lista, para reproduzir, renomear, baixar ou excluir. Depois de uma falha, o navegador oferece a sessão de volta.',
    keys: 'Teclas (?)',
    commands: 'Todos os comandos (Ctrl+K)',
    notSeen: 'Não vejo minha placa',
  },
});

export const FIGURE_WORDS = spoken({
  en: {
    rate: (rateHz: string) => `${rateHz} Hz, by the board’s clock`,
    samples: (count: number) => counted(count, 'sample'),
    lost: (count: number) => `${formatCount(count)} lost`,
    leftOut: (count: number) => `${formatCount(count)} left out`,
    leftOutMeaning: 'Samples that the board did not take because it was late: a longer R helps',
    refused: 'DTR refused',
    refusedMeaning: 'The driver would not raise DTR; some boards keep quiet without it',
  },
  pt: {
    rate: (rateHz) => `${rateHz} Hz, pelo relógio da placa`,
    samples: (count) => counted(count, 'amostra'),
    lost: (count) => counted(count, 'perdida'),
    leftOut: (count) => counted(count, 'omitida'),
    leftOutMeaning: 'Amostras que a placa não colheu porque estava atrasada: um R maior ajuda',
    refused: 'DTR recusado',
    refusedMeaning: 'O driver não quis ativar o DTR; algumas placas ficam caladas sem ele',
  },
});

interface ErrorWords {
  readonly count: (count: number) => string;
  readonly meaning: string;
}
type CountedError = 'invalidLines' | 'invalidValues' | 'overruns' | 'framing' | 'parity' | 'breaks';

/** What went wrong on the line: how many, and what that means. */
export const ERROR_WORDS = spoken<Readonly<Record<CountedError, ErrorWords>>>({
  en: {
    invalidLines: {
      count: (count) => counted(count, 'invalid line'),
      meaning: 'Lines dropped: wrong sum, too long, or not understood',
    },
    invalidValues: {
      count: (count) => counted(count, 'invalid value'),
      meaning: 'Not finite numbers: shown as gaps',
    },
    overruns: {
      count: (count) => counted(count, 'overrun'),
      meaning: 'The browser read too slowly; reading went on',
    },
    framing: {
      count: (count) => counted(count, 'framing error'),
      meaning: 'A byte without its end: noise, or another baud rate; reading went on',
    },
    parity: {
      count: (count) => counted(count, 'parity error'),
      meaning: 'A byte that was changed on its way; reading went on',
    },
    breaks: {
      count: (count) => counted(count, 'break'),
      meaning: 'The line was held low: a reset or a loose wire; reading went on',
    },
  },
  pt: {
    invalidLines: {
      count: (count) => counted(count, 'linha inválida', 'linhas inválidas'),
      meaning: 'Linhas descartadas: soma de verificação errada, longas demais ou não entendidas',
    },
    invalidValues: {
      count: (count) => counted(count, 'valor inválido', 'valores inválidos'),
      meaning: 'Não são números finitos: aparecem como lacunas',
    },
    overruns: {
      count: (count) => counted(count, 'estouro de leitura', 'estouros de leitura'),
      meaning: 'O navegador leu devagar demais; a leitura continuou',
    },
    framing: {
      count: (count) => counted(count, 'erro de quadro', 'erros de quadro'),
      meaning: 'Um byte sem o seu fim: ruído ou outra taxa de transmissão; a leitura continuou',
    },
    parity: {
      count: (count) => counted(count, 'erro de paridade', 'erros de paridade'),
      meaning: 'Um byte alterado no caminho; a leitura continuou',
    },
    breaks: {
      count: (count) => counted(count, 'break', 'breaks'),
      meaning: 'A linha ficou em nível baixo: um reset ou um fio solto; a leitura continuou',
    },
  },
});
