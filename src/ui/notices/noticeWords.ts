/** Words of the notices under the header: what happened, and what to do. */
import type { LinkHint } from '../../analysis/messages/connectionState.ts';
import { spoken } from '../../language/spoken.ts';

export const NOTICE_WORDS = spoken({
  en: {
    notices: 'Notices',
    says: (words: string, advice: string) => `It says: “${words}”. ${advice}`,
    newer: 'A newer version of Tidemark is here',
    newerAdvice: 'Loading it ends what is running now.',
    load: 'Load it',
    tryAgain: 'Try again',
    reconnect: 'Reconnect',
    whatToDo: 'What can I do?',
    alike: (count: number) =>
      `${count} boards alike are plugged in, and none says that it is the lost one`,
    choose: 'Choose one, or unplug the others.',
    port: (label: string, nth: number) => `${label}, port ${nth}`,
    otherBoard: 'Another board with the same id has gone on here',
    otherBoardAdvice: (id: string) =>
      `Its clock is another one${id === '' ? '' : `, though it says id ${id}, too`}: learning has begun anew, and what was lost between cannot be counted.`,
    noVersion: 'This board’s Tidemark does not say its version',
    version: (version: string) => `This board runs Tidemark ${version}`,
    pageBrings: (version: string) => `This page brings ${version}.`,
    update: 'Update…',
  },
  pt: {
    notices: 'Avisos',
    says: (words, advice) => `Ela diz: “${words}”. ${advice}`,
    newer: 'Há uma versão mais nova do Tidemark',
    newerAdvice: 'Carregá-la encerra o que está em andamento.',
    load: 'Carregar',
    tryAgain: 'Tentar de novo',
    reconnect: 'Reconectar',
    whatToDo: 'O que posso fazer?',
    alike: (count) => `Há ${count} placas iguais conectadas, e nenhuma diz que é a que sumiu`,
    choose: 'Escolha uma ou desconecte as outras.',
    port: (label, nth) => `${label}, porta ${nth}`,
    otherBoard: 'Outra placa com o mesmo id continuou aqui',
    otherBoardAdvice: (id) =>
      `O relógio dela é outro${id === '' ? '' : `, embora ela também diga o id ${id}`}: o aprendizado recomeçou, e não dá para contar o que se perdeu no meio.`,
    noVersion: 'O Tidemark desta placa não diz a sua versão',
    version: (version) => `Esta placa roda o Tidemark ${version}`,
    pageBrings: (version) => `Esta página traz o ${version}.`,
    update: 'Atualizar…',
  },
});

type HintWords = Readonly<{ title: string; advice: string }>;

/** Open, and still nothing to see. */
export const HINT_WORDS = spoken<Readonly<Record<LinkHint, HintWords>>>({
  en: {
    silent: {
      title: 'The port is open, but nothing comes',
      advice: 'Press the board’s reset button; on a board with two USB sockets, try the other one.',
    },
    garbage: {
      title: 'What comes cannot be read',
      advice: 'The baud rate differs most likely: choose the one of the sketch.',
    },
    empty: {
      title: 'This recording is over, and no board speaks in it',
      advice: 'It was cut off at its beginning, or its lines have no end. Open another one.',
    },
    changing: {
      title: 'The board says other channels all the time',
      advice: 'It is not followed any more. Check its program, then connect again.',
    },
    'newer-firmware': {
      title: 'This board’s firmware is newer than this page',
      advice: 'Load the page anew to get its newest version, then connect again.',
    },
    'too-many-channels': {
      title: 'This board’s firmware has more channels than this page can take',
      advice:
        'It takes 32. Configure fewer on the board, or load the page anew for its newest version.',
    },
  },
  pt: {
    silent: {
      title: 'A porta está aberta, mas nada chega',
      advice:
        'Pressione o botão de reset da placa; em uma placa com dois conectores USB, tente o outro.',
    },
    garbage: {
      title: 'O que chega não pode ser lido',
      advice: 'O mais provável é que a taxa de transmissão seja outra: escolha a do sketch.',
    },
    empty: {
      title: 'Esta gravação acabou, e nenhuma placa fala nela',
      advice: 'Ela foi cortada no começo, ou as suas linhas não têm fim. Abra outra.',
    },
    changing: {
      title: 'A placa anuncia outros canais o tempo todo',
      advice: 'Ela não é mais acompanhada. Confira o programa dela e conecte de novo.',
    },
    'newer-firmware': {
      title: 'O firmware desta placa é mais novo que esta página',
      advice: 'Recarregue a página para obter a versão mais nova e conecte de novo.',
    },
    'too-many-channels': {
      title: 'O firmware desta placa tem mais canais do que esta página aceita',
      advice:
        'Ela aceita 32. Configure menos na placa ou recarregue a página para obter a versão mais nova.',
    },
  },
});

export const OLDER_WORDS = spoken({
  en: {
    board: 'This board judges by older rules than this page',
    boardAdvice:
      'It knows single samples only, no drift, rhythm or season; the two are not compared.',
    update: 'Update its firmware…',
    recording: 'This was recorded under older rules, and is judged by the present ones',
    recordingAdvice: 'Alarms may differ from those of that day.',
    kept: 'Your parameters were kept under older rules',
  },
  pt: {
    board: 'Esta placa julga por regras mais antigas que as desta página',
    boardAdvice:
      'Ela só conhece amostras isoladas: nem deriva, nem ritmo, nem sazonalidade; as duas não são comparadas.',
    update: 'Atualizar o firmware dela…',
    recording: 'Isto foi gravado com regras mais antigas e é julgado pelas atuais',
    recordingAdvice: 'Os alarmes podem diferir dos daquele dia.',
    kept: 'Os seus parâmetros foram guardados com regras mais antigas',
  },
});

export const SKETCH_NOTICE_WORDS = spoken({
  en: {
    title: 'About the names in these lines',
    counters: (names: string) =>
      `The number behind ${names} counts the lines: it was left out of the name, and the values are one channel.`,
    undrawn: (channels: number, drawn: number) =>
      `${channels} channels are kept and judged; the first ${drawn} are drawn.`,
    refused: (count: number, names: string) =>
      `There was no room for ${count} more names: ${names}.`,
    andOthers: (names: string) => `${names} and others`,
  },
  pt: {
    title: 'Sobre os nomes nestas linhas',
    counters: (names) =>
      `O número depois de ${names} conta as linhas: ele ficou fora do nome, e os valores são um só canal.`,
    undrawn: (channels, drawn) =>
      `${channels} canais são guardados e julgados; os primeiros ${drawn} são desenhados.`,
    refused: (count, names) =>
      count === 1
        ? `Não houve lugar para mais 1 nome: ${names}.`
        : `Não houve lugar para mais ${count} nomes: ${names}.`,
    andOthers: (names) => `${names} e outros`,
  },
});

export const PROGRAM_NOTICE_WORDS = spoken({
  en: {
    start: 'Start its program',
    restart: 'Restart the program',
    console: 'Show the console',
    install: 'Install Tidemark on this board…',
  },
  pt: {
    start: 'Iniciar o programa dela',
    restart: 'Reiniciar o programa',
    console: 'Mostrar o console',
    install: 'Instalar o Tidemark nesta placa…',
  },
});

export const PROGRAM_END_WORDS = spoken({
  en: {
    prompt: 'This board is at the MicroPython prompt',
    startOrInstall: 'It runs no program: start the one that it has, or install another.',
    installOne: 'It runs no program: install one.',
    interrupted: 'The program on the board was stopped with Ctrl-C',
    restart: 'Restart it to go on.',
    stopped: 'The program on the board has stopped',
    says: (error: string, whatToDo: string) =>
      `It says: “${error}”. ${whatToDo} The console shows where in the program it was.`,
    noAnswer: 'Most often a sensor does not answer: check its wires, then restart the program.',
    memory:
      'The board ran out of memory. Restart the program; if that comes again, make it smaller.',
    correct: 'Correct what it names, then restart the program.',
  },
  pt: {
    prompt: 'Esta placa está no prompt do MicroPython',
    startOrInstall: 'Ela não roda nenhum programa: inicie o que ela tem ou instale outro.',
    installOne: 'Ela não roda nenhum programa: instale um.',
    interrupted: 'O programa da placa foi parado com Ctrl-C',
    restart: 'Reinicie-o para continuar.',
    stopped: 'O programa da placa parou',
    says: (error, whatToDo) =>
      `Ele diz: “${error}”. ${whatToDo} O console mostra em que ponto do programa foi.`,
    noAnswer: 'Na maioria das vezes um sensor não responde: confira os fios e reinicie o programa.',
    memory: 'A placa ficou sem memória. Reinicie o programa; se acontecer de novo, deixe-o menor.',
    correct: 'Corrija o que ele indica e reinicie o programa.',
  },
});
