/** All words of the teacher's sheet. */
import { spoken } from '../../language/spoken.ts';

export const SHEET_WORDS = spoken({
  en: {
    command: 'Teacher’s sheet in English',
    hint: 'The exercises with their solutions, one HTML page to print',
    fileName: 'tidemark-teacher.html',
    title: 'Tidemark: exercises',
    name: 'Name',
    date: 'Date',
    tour: 'The page leads through these steps one by one, and notices when each is done: press ?, then the tour.',
    examples:
      'The recordings stand on the first screen. Open one, look for the answer, then press Show the answer.',
    solutions: 'Solutions',
    solutionsNote: 'For the teacher: print these pages apart, or leave them out.',
    stuck: 'If nothing happens:',
    madeBy: (version: string) => `Made by Tidemark ${version}.`,
  },
  pt: {
    command: 'Folha do professor em português',
    hint: 'Os exercícios com as soluções, em uma página HTML para imprimir',
    fileName: 'tidemark-professor.html',
    title: 'Tidemark: exercícios',
    name: 'Nome',
    date: 'Data',
    tour: 'A página conduz por estes passos um a um, e percebe quando cada um está feito: pressione ? e escolha a visita guiada.',
    examples:
      'As gravações estão na primeira tela. Abra uma, procure a resposta e depois pressione Mostrar a resposta.',
    solutions: 'Soluções',
    solutionsNote: 'Para o professor: imprima estas páginas à parte, ou deixe-as de fora.',
    stuck: 'Se nada acontecer:',
    madeBy: (version) => `Feito pelo Tidemark ${version}.`,
  },
});
