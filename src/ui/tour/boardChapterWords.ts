/** Words of the chapter on the person's own board. */
import { spoken } from '../../language/spoken.ts';
import type { CHAPTERS } from '../../tour/steps.ts';
import type { StepWords } from './words.ts';

type BoardWords = Readonly<Record<(typeof CHAPTERS.board)[number], StepWords>>;

export const BOARD_STEP_WORDS = spoken<BoardWords>({
  en: {
    'board-plug': {
      title: 'Plug your board in',
      text: 'Use a USB cable that carries data, then press Connect board and choose your board in the browser’s list.',
      hint: 'Not in the list? Many cables only charge: try another. “I can’t see my board”, under ?, goes through the rest.',
      seen: 'The port is open.',
    },
    'board-samples': {
      title: 'Let it speak',
      text: 'A Pico or another board with MicroPython: press Install Tidemark on this board when it is offered. An Arduino: upload the sketch below, or use the Tidemark library. Any program that prints numbers will do, a line for each moment.',
      hint: 'Silent? The speed of the line must be that of the sketch: 115200 unless you changed it. Close the Arduino IDE’s own serial monitor: only one program can have the port.',
      seen: 'Its numbers arrive.',
    },
    'board-learn': {
      title: 'Let it learn',
      text: 'Leave the sensor as it usually is until limits stand around each signal.',
      hint: 'At one sample a second it takes minutes: the status says how long. A smaller block, B, learns sooner.',
      seen: 'This is what counts as normal on your board.',
    },
    'board-disturb': {
      title: 'Disturb it',
      text: 'Tap the board, cover the sensor, turn the knob: something it has not seen while it learned.',
      hint: 'Nothing flagged? Drag γ down, or disturb it more. An input that is not connected is noise, and hard to surprise.',
      seen: 'Flagged: choose its row, and Why says by how much.',
    },
    'board-end': {
      title: 'Your board is watched',
      text: 'With Tidemark on the board, Push to board and Save on board make it watch by itself. A sketch of yours is watched by this page, as long as it is open: switch sound or notifications on under the bell.',
      hint: '',
      seen: '',
    },
  },
  pt: {
    'board-plug': {
      title: 'Conecte a sua placa',
      text: 'Use um cabo USB que transmita dados, pressione Conectar placa e escolha a sua placa na lista do navegador.',
      hint: 'Não está na lista? Muitos cabos só carregam: tente outro. “Não vejo minha placa”, em ?, percorre o resto.',
      seen: 'A porta está aberta.',
    },
    'board-samples': {
      title: 'Deixe-a falar',
      text: 'Um Pico ou outra placa com MicroPython: pressione Instalar o Tidemark nesta placa… quando aparecer. Um Arduino: carregue o sketch abaixo, ou use a biblioteca Tidemark. Serve qualquer programa que imprima números, uma linha para cada momento.',
      hint: 'Em silêncio? A velocidade da linha precisa ser a do sketch: 115200, se você não a mudou. Feche o monitor serial da IDE do Arduino: só um programa por vez pode ter a porta.',
      seen: 'Os números estão chegando.',
    },
    'board-learn': {
      title: 'Deixe que aprenda',
      text: 'Deixe o sensor como costuma estar, até haver limites em torno de cada sinal.',
      hint: 'Com uma amostra por segundo leva minutos: o estado diz quanto. Um bloco menor, B, aprende mais cedo.',
      seen: 'É isto que conta como normal na sua placa.',
    },
    'board-disturb': {
      title: 'Perturbe-a',
      text: 'Bata de leve na placa, cubra o sensor, gire o botão: algo que ela não viu enquanto aprendia.',
      hint: 'Nada sinalizado? Arraste γ para um valor menor, ou perturbe mais. Uma entrada solta é ruído, e difícil de surpreender.',
      seen: 'Sinalizado: escolha a linha do evento, e Por quê diz quanto foi.',
    },
    'board-end': {
      title: 'A sua placa está sendo vigiada',
      text: 'Com o Tidemark na placa, Enviar à placa e Salvar na placa fazem com que ela vigie sozinha. Um sketch seu é vigiado por esta página enquanto ela está aberta: ligue o som ou as notificações no sino.',
      hint: '',
      seen: '',
    },
  },
});

export const OWN_BOARD_WORDS = spoken({
  en: {
    needed: 'This step needs your board: plug it in and connect it.',
    copy: 'Copy a sketch',
    copied: 'The sketch is in the clipboard: paste it into the Arduino IDE and upload it.',
    notCopied: 'The clipboard is not allowed here. Type this: ',
  },
  pt: {
    needed: 'Este passo precisa da sua placa: ligue-a pela USB e pressione Conectar placa.',
    copy: 'Copiar um sketch',
    copied: 'O sketch está na área de transferência: cole-o na IDE do Arduino e carregue-o.',
    notCopied: 'A área de transferência não está liberada aqui. Digite isto: ',
  },
});
