/** Words of lessons: of the bar and of the file. */
import { spoken } from '../../language/spoken.ts';
import { EXAMPLE_NAMES } from '../../tour/exampleNames.ts';
import { CHAPTER_IDS } from '../../tour/steps.ts';

export const LESSON_WORDS = spoken({
  en: {
    region: 'Lesson',
    leave: 'Leave the lesson',
    leaveHint: 'The whole tour and all examples again',
    save: 'Save a lesson file',
    saveHint:
      'To edit for a class: chapters of the tour, an example, questions of your own. Drop it on this page to open it',
    question: (nth: number, of: number) => (of === 1 ? 'Question' : `Question ${nth} of ${of}`),
    next: 'Next question',
    previous: 'Previous question',
    dismiss: 'OK',
    sampleTitle: 'A first lesson',
    questions: 'Questions',
    openExample: (title: string) => `Open “${title}” on the first screen, and look there.`,
    openAny: 'Look for the answers in the signal.',
    /** In the file. */
    help: (chapters: string, examples: string) => [
      'Edit this file in any text editor, save it, and drop it on the page. These lines of help may go.',
      `chapters: of the guided tour, in the order of the lesson, of ${chapters}; [] for none.`,
      `example: the recording that is offered, one of ${examples}; null for all of them.`,
      'questions: your own, each with its answer; [] for the one of the example.',
      'The teacher’s sheet prints the lesson that is open.',
    ],
  },
  pt: {
    region: 'Aula',
    leave: 'Sair da aula',
    leaveHint: 'Ter de novo a visita guiada inteira e todos os exemplos',
    save: 'Salvar um arquivo de aula',
    saveHint:
      'Para adaptar a uma turma: capítulos da visita guiada, um exemplo, perguntas suas. Solte o arquivo nesta página para abri-lo',
    question: (nth, of) => (of === 1 ? 'Pergunta' : `Pergunta ${nth} de ${of}`),
    next: 'Próxima pergunta',
    previous: 'Pergunta anterior',
    dismiss: 'OK',
    sampleTitle: 'Uma primeira aula',
    questions: 'Perguntas',
    openExample: (title) => `Abra “${title}” na primeira tela e procure ali.`,
    openAny: 'Procure as respostas no sinal.',
    help: (chapters, examples) => [
      'Edite este arquivo em qualquer editor de texto, salve-o e solte-o na página. Estas linhas de ajuda podem ser apagadas.',
      `chapters: capítulos da visita guiada, na ordem da aula, entre ${chapters}; [] para nenhum.`,
      `example: a gravação oferecida, uma entre ${examples}; null para todas.`,
      'questions: as suas perguntas (question), cada uma com a resposta (answer); [] para a do exemplo.',
      'A folha do professor traz a aula que estiver aberta.',
    ],
  },
});

/** As they stand in a file. */
export const CHAPTER_LIST = CHAPTER_IDS.map((id) => `"${id}"`).join(', ');
export const EXAMPLE_LIST = EXAMPLE_NAMES.map((name) => `"${name}"`).join(', ');

/** For who edits the file. */
export const helpLines = (): readonly string[] => LESSON_WORDS.help(CHAPTER_LIST, EXAMPLE_LIST);
