/** All words of the sketch for an Arduino board. */
import type { LeftOut } from '../../board/sketch/arduinoSketch.ts';
import type { SketchBoard } from '../../board/sketch/sketchBoards.ts';
import type { SketchForest } from '../../board/sketch/sketchForest.ts';
import { spoken } from '../../language/spoken.ts';

export const SKETCH_WORDS = spoken({
  en: {
    have: 'I have an Arduino',
    choice: 'Arduino sketch…',
    title: 'Tidemark on an Arduino board',
    close: 'Close the sketch',
    command: 'Arduino sketch with these parameters',
    cannot:
      'A browser cannot put a program on these boards: the Arduino IDE does. It takes two steps, then the board judges by itself, with the parameters that are edited here.',
    board: 'Board',
    library: 'Download the library',
    sketch: (name: string) => `Download ${name}`,
    copy: 'Copy the sketch',
    copied: 'The sketch is in the clipboard.',
    notCopied: 'The clipboard is not allowed here: mark the sketch and copy it.',
    stepLibrary: (file: string) =>
      `Download the library, and give the IDE the file ${file}: Sketch, Include Library, Add .ZIP Library…`,
    stepSketch:
      'Download the sketch and open it (the IDE offers to make a folder for it). Choose board and port under Tools, press Upload, and close the serial monitor. Then press Connect board here.',
    driver: (sensor: string) =>
      `The sketch reads the ${sensor}: install the library that its #include names in the library manager.`,
    saved:
      'What was saved on the board before, parameters or a model, goes before what the sketch has.',
  },
  pt: {
    have: 'Tenho um Arduino',
    choice: 'Sketch para Arduino…',
    title: 'Tidemark em uma placa Arduino',
    close: 'Fechar o sketch',
    command: 'Sketch para Arduino com estes parâmetros',
    cannot:
      'Um navegador não consegue gravar um programa nessas placas: isso é com a IDE do Arduino. São dois passos; depois a placa julga sozinha, com os parâmetros editados aqui.',
    board: 'Placa',
    library: 'Baixar a biblioteca',
    sketch: (name: string) => `Baixar ${name}`,
    copy: 'Copiar o sketch',
    copied: 'O sketch está na área de transferência.',
    notCopied: 'A área de transferência não está liberada aqui: selecione o sketch e copie-o.',
    stepLibrary: (file: string) =>
      `Baixe a biblioteca e dê o arquivo ${file} à IDE: Sketch, Incluir Biblioteca, Adicionar biblioteca .ZIP…`,
    stepSketch:
      'Baixe o sketch e abra-o (a IDE oferece criar uma pasta para ele). Escolha placa e porta em Ferramentas, pressione Carregar e feche o monitor serial. Depois pressione Conectar placa aqui.',
    driver: (sensor: string) =>
      `O sketch lê o ${sensor}: instale, no gerenciador de bibliotecas, a biblioteca que o #include indica.`,
    saved:
      'O que já estava salvo na placa, parâmetros ou modelo, tem precedência sobre o que o sketch traz.',
  },
});

/** Boards that have no name of their own. */
export const SKETCH_BOARD_WORDS = spoken<Readonly<Partial<Record<SketchBoard, string>>>>({
  en: {
    mpu6050: 'Another board with an MPU-6050 (ESP32, Portenta, Pico)',
    pins: 'Another board, its analog pins',
  },
  pt: {
    mpu6050: 'Outra placa com um MPU-6050 (ESP32, Portenta, Pico)',
    pins: 'Outra placa, pinos analógicos',
  },
});

/** What the sketch has not as the page has it. */
export const LEFT_OUT_WORDS = spoken<Readonly<Record<LeftOut, string>>>({
  en: {
    maxima: 'The board has no memory for so many maxima: the sketch has as many as fit.',
    outliers: 'The board has no memory for so many outliers: the sketch has as many as fit.',
    season: 'This board has no memory for a season: none is taken off.',
    channels: 'The board has memory for fewer channels: the first ones are read.',
    own: 'A channel with parameters of its own is not among those that the sketch reads.',
  },
  pt: {
    maxima: 'A placa não tem memória para tantos máximos: o sketch tem quantos cabem.',
    outliers: 'A placa não tem memória para tantos outliers: o sketch tem quantos cabem.',
    season: 'Esta placa não tem memória para uma sazonalidade: nenhuma é descontada.',
    channels: 'A placa tem memória para menos canais: os primeiros são lidos.',
    own: 'Um canal com parâmetros próprios não está entre os que o sketch lê.',
  },
});

/** Whether the board will name events by itself. */
export const FOREST_WORDS = spoken<Readonly<Record<SketchForest, string>>>({
  en: {
    none: 'The sketch has no forest, for none is in force here: train one under Names, and it has.',
    in: 'The forest is in the sketch: the board names its events with no page connected, unless it is an AVR, which has no room for that.',
    'no-room': 'This board has no room for a forest: its events are named in this page.',
    'too-large':
      'The forest is larger than the memory of this board, and is left out: fewer trees need less room.',
    'other-channels':
      'The forest was trained on other channels than the sketch reads, and is left out.',
  },
  pt: {
    none: 'O sketch não traz floresta, pois nenhuma está em uso aqui: treine uma na aba Nomes e ele a terá.',
    in: 'A floresta está no sketch: a placa dá nome aos eventos sem nenhuma página conectada, a menos que seja um AVR, que não tem espaço para isso.',
    'no-room': 'Esta placa não tem espaço para uma floresta: os eventos recebem nome nesta página.',
    'too-large':
      'A floresta é maior que a memória desta placa e ficou de fora: menos árvores ocupam menos espaço.',
    'other-channels':
      'A floresta foi treinada com outros canais que não os lidos pelo sketch e ficou de fora.',
  },
});
