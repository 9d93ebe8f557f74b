/** What is wrong with a file that was to be a lesson. */
import { spoken } from '../../language/spoken.ts';
import {
  type LessonFault,
  type LessonRule,
  MOST_LETTERS,
  MOST_QUESTIONS,
} from '../../state/lessonFile.ts';
import { isolated } from '../OutsideText.tsx';
import { CHAPTER_LIST, EXAMPLE_LIST } from './lessonWords.ts';

const FAULTS = spoken({
  en: {
    refused: (name: string, why: string) => `The lesson file ${name} cannot be used: ${why}`,
    newer:
      'it was made for a newer Tidemark. Load this page again with a network, then open it once more.',
    notJson: (detail: string) =>
      `it is not JSON (${detail}). A comma or a quotation mark may be missing.`,
    nothing:
      'it has no chapters, no example and no questions. Give it at least one of them, or edit one from Save a lesson file.',
    number: (nth: number) => `number ${nth}`,
    missing: 'It is missing.',
    is: (value: string) => `It is ${value}.`,
  },
  pt: {
    refused: (name, why) => `O arquivo de aula ${name} não pode ser usado: ${why}`,
    newer:
      'foi feito para um Tidemark mais novo. Carregue esta página de novo com acesso à rede e abra-o outra vez.',
    notJson: (detail) => `não é JSON (${detail}). Pode faltar uma vírgula ou aspas.`,
    nothing:
      'não tem capítulos, nem exemplo, nem perguntas. Inclua ao menos um deles, ou edite o arquivo que Salvar um arquivo de aula cria.',
    number: (nth) => `número ${nth}`,
    missing: 'Está faltando.',
    is: (value) => `O valor é ${value}.`,
  },
});

const RULES = spoken<Readonly<Record<LessonRule, (field: string) => string>>>({
  en: {
    version: (field) => `${field} must be 1, the version of this kind of file.`,
    known: (field) =>
      `${field} is no field of a lesson. Its fields are lesson, title, chapters, example, questions and help; a question’s are question and answer.`,
    text: (field) => `${field} must be a text of 1 to ${MOST_LETTERS} characters.`,
    list: (field) => `${field} must be a list in [ ].`,
    chapter: (field) => `${field} must be one of ${CHAPTER_LIST}.`,
    'chapter-once': (field) => `${field} has a chapter twice.`,
    example: (field) => `${field} must be one of ${EXAMPLE_LIST}, or null.`,
    question: (field) => `${field} must be a question and an answer in { }.`,
    questions: (field) => `${field} has more than ${MOST_QUESTIONS}.`,
  },
  pt: {
    version: (field) => `${field} precisa ser 1, a versão deste tipo de arquivo.`,
    known: (field) =>
      `${field} não é um campo de uma aula. Os campos são lesson, title, chapters, example, questions e help; os de uma pergunta, question e answer.`,
    text: (field) => `${field} precisa ser um texto de 1 a ${MOST_LETTERS} caracteres.`,
    list: (field) => `${field} precisa ser uma lista entre [ ].`,
    chapter: (field) => `${field} precisa ser um destes: ${CHAPTER_LIST}.`,
    'chapter-once': (field) => `${field} repete um capítulo.`,
    example: (field) => `${field} precisa ser um destes: ${EXAMPLE_LIST}, ou null.`,
    question: (field) =>
      `${field} precisa ser uma pergunta (question) e uma resposta (answer) entre { }.`,
    questions: (field) => `${field} tem mais de ${MOST_QUESTIONS} perguntas.`,
  },
});

/** Why a file is no lesson, and which of its fields is to be mended. */
export const lessonRefusal = (name: string, fault: LessonFault): string =>
  FAULTS.refused(isolated(name), faultWords(fault));

function faultWords(fault: LessonFault): string {
  switch (fault.code) {
    case 'newer':
      return FAULTS.newer;
    case 'not-json':
      return FAULTS.notJson(isolated(fault.detail));
    case 'nothing':
      return FAULTS.nothing;
    case 'field': {
      const field = fault.path
        .map((part) => (typeof part === 'number' ? FAULTS.number(part + 1) : `“${isolated(part)}”`))
        .join(', ');
      const said = RULES[fault.rule](field);
      if (fault.rule === 'known' || fault.rule === 'questions') return said;
      return `${said} ${fault.value === '' ? FAULTS.missing : FAULTS.is(isolated(fault.value))}`;
    }
    default:
      return fault satisfies never;
  }
}
