/** Words of giving events a name, and of the list of classes. */
import { spoken } from '../../language/spoken.ts';
import type { ClassShape } from '../../state/eventClasses.ts';
import { counted } from '../format.ts';

const events = (count: number) => counted(count, 'event');
const eventos = (count: number) => counted(count, 'evento');

export const NAMING_WORDS = spoken({
  en: {
    title: (count: number) => `Name ${events(count)}`,
    classes: 'Classes',
    close: 'Close',
    nameFirst: 'Name this one first.',
    alike: 'All like this one…',
    back: 'Back to naming',
    edit: 'Edit classes',
    noName: 'no name',
    newClass: 'New class',
    example: 'what it was, for example: valve stuck',
    addAndName: 'Add, and name it so',
    add: 'Add',
    comparing: 'Comparing…',
    notDescribed:
      'What this one was like is not known: it goes on, only the board flagged it, or it is too long ago.',
    noneAlike: 'No other event without a name is like this one.',
    someAlike: (count: number) =>
      `${events(count)} without a name ${count === 1 ? 'is' : 'are'} like this one, the most alike first.`,
    alikeList: 'Events like this one',
    nameThem: (count: number) => `Name ${events(count)}:`,
    noneAccepted: 'Choose at least one of them.',
  },
  pt: {
    title: (count) => `Dar nome a ${eventos(count)}`,
    classes: 'Classes',
    close: 'Fechar',
    nameFirst: 'Primeiro dê um nome a este.',
    alike: 'Todos como este…',
    back: 'Voltar aos nomes',
    edit: 'Editar classes',
    noName: 'sem nome',
    newClass: 'Nova classe',
    example: 'por exemplo: válvula presa',
    addAndName: 'Adicionar e dar este nome',
    add: 'Adicionar',
    comparing: 'Comparando…',
    notDescribed:
      'Não se sabe como este foi: ele ainda dura, só a placa o sinalizou, ou faz tempo demais.',
    noneAlike: 'Nenhum outro evento sem nome é como este.',
    someAlike: (count) =>
      count === 1
        ? '1 evento sem nome é como este.'
        : `${eventos(count)} sem nome são como este, os mais parecidos primeiro.`,
    alikeList: 'Eventos como este',
    nameThem: (count) => `Dar a ${eventos(count)} o nome:`,
    noneAccepted: 'Escolha pelo menos um deles.',
  },
});

export const CLASS_EDITOR_WORDS = spoken({
  en: {
    colourOf: (name: string) => `Colour of ${name}`,
    colour: (nth: number) => `Colour ${nth}`,
    shapeOf: (name: string) => `Shape of ${name}`,
    labels: (count: number) => counted(count, 'label'),
    mergeIt: (name: string) => `Merge ${name} into`,
    merge: 'Merge into…',
    deleteIt: (name: string) => `Delete ${name}`,
    deleteHint: 'Its events have no name any more; Ctrl+Z brings both back',
    delete: 'Delete',
    nameOf: (name: string) => `Name of ${name}`,
  },
  pt: {
    colourOf: (name) => `Cor de ${name}`,
    colour: (nth) => `Cor ${nth}`,
    shapeOf: (name) => `Forma de ${name}`,
    labels: (count) => counted(count, 'rótulo'),
    mergeIt: (name) => `Juntar ${name} a`,
    merge: 'Juntar a…',
    deleteIt: (name) => `Excluir ${name}`,
    deleteHint: 'Os eventos dela ficam sem nome; Ctrl+Z traz ambos de volta',
    delete: 'Excluir',
    nameOf: (name) => `Nome de ${name}`,
  },
});

export const SHAPE_WORDS = spoken<Readonly<Record<ClassShape, string>>>({
  en: {
    disc: 'disc',
    square: 'square',
    triangle: 'triangle',
    diamond: 'diamond',
    plus: 'plus',
    ring: 'ring',
    wedge: 'wedge',
    bars: 'bars',
  },
  pt: {
    disc: 'disco',
    square: 'quadrado',
    triangle: 'triângulo',
    diamond: 'losango',
    plus: 'cruz',
    ring: 'anel',
    wedge: 'cunha',
    bars: 'barras',
  },
});
