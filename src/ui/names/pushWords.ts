/** Words about the model on the board. */
import type { ModelFailure, ModelOutcome } from '../../analysis/messages/modelMessages.ts';
import { spoken } from '../../language/spoken.ts';
import type { UsedModel } from '../../state/forestStore.ts';
import { isolated } from '../OutsideText.tsx';

export const PUSH_WORDS = spoken({
  en: {
    push: 'Push model to board',
    hint: 'The board names its events by itself then. MicroPython keeps the model without power; of Arduino boards an ESP32 and those with Mbed OS do',
    takeOff: 'Take it off the board',
    sending: 'Sending the model',
    cancel: 'Cancel',
    cannot:
      'This board names no events: its firmware is older, or it is too small, as a micro:bit v1 is for any forest.',
    noBoard: 'No board is connected.',
    noModel: 'Train a forest, or open a model, first.',
    there: 'This model is on the board already.',
  },
  pt: {
    push: 'Enviar o modelo à placa',
    hint: 'Com ele a placa dá nome aos eventos por conta própria. O MicroPython guarda o modelo mesmo sem energia; entre as placas Arduino, o ESP32 e as com Mbed OS também',
    takeOff: 'Remover da placa',
    sending: 'Enviando o modelo',
    cancel: 'Cancelar',
    cannot:
      'Esta placa não dá nome a eventos: o firmware é antigo ou ela é pequena demais, como um micro:bit v1 para qualquer floresta.',
    noBoard: 'Nenhuma placa está conectada.',
    noModel: 'Primeiro treine uma floresta ou abra um modelo.',
    there: 'Este modelo já está na placa.',
  },
});

/** What the board has. */
const ON_BOARD = spoken({
  en: {
    none: 'There is no model on the board.',
    same: 'The board has this model.',
    other: (hash: string) => `The board has another model: ${hash}.`,
    takenOff: 'The board says that there is no model on it any more.',
    pushed: (hash: string) => `The board says that model ${hash} is on it.`,
    says: (words: string) => `It says: ${words}.`,
    keeps: (hash: string) => `It goes on with model ${hash}.`,
  },
  pt: {
    none: 'Não há modelo na placa.',
    same: 'A placa tem este modelo.',
    other: (hash) => `A placa tem outro modelo: ${hash}.`,
    takenOff: 'A placa diz que não há mais modelo nela.',
    pushed: (hash) => `A placa diz que o modelo ${hash} está nela.`,
    says: (words) => `Ela diz: ${words}.`,
    keeps: (hash) => `Ela continua com o modelo ${hash}.`,
  },
});

type OwnFailure = Exclude<ModelFailure, 'no-board' | 'cannot'>;

const FAILURES = spoken<Readonly<Record<OwnFailure, string>>>({
  en: {
    'not-whole': 'The model is not whole: train it anew, or open its file again.',
    'no-answer': 'The board did not answer on the way. Connect it again, then push once more.',
    'broken-off': 'The board started anew on the way. Push once more.',
    refused:
      'The board refused the model. Fewer trees need less room; newer firmware knows more features.',
    'other-model': 'The board says that another model is on it. Push once more.',
    cancelled: 'Cancelled.',
  },
  pt: {
    'not-whole': 'O modelo não está inteiro: treine-o de novo ou abra o arquivo outra vez.',
    'no-answer':
      'A placa parou de responder durante o envio. Conecte-a de novo e envie mais uma vez.',
    'broken-off': 'A placa reiniciou durante o envio. Envie mais uma vez.',
    refused:
      'A placa recusou o modelo. Menos árvores ocupam menos espaço; um firmware mais novo conhece mais características.',
    'other-model': 'A placa diz que está com outro modelo. Envie mais uma vez.',
    cancelled: 'Cancelado.',
  },
});

export function onBoardWords(onBoard: string | null, used: UsedModel | null): string {
  if (onBoard === null) return ON_BOARD.none;
  return used?.hash === onBoard ? ON_BOARD.same : ON_BOARD.other(isolated(onBoard));
}

export function outcomeWords(outcome: ModelOutcome): string {
  if (outcome.kind === 'done') {
    return outcome.hash === null ? ON_BOARD.takenOff : ON_BOARD.pushed(isolated(outcome.hash));
  }
  const { why, words, onBoard } = outcome;
  const says = words === '' ? [] : [ON_BOARD.says(isolated(words))];
  return [failureWords(why), ...says, ...keptWords(onBoard)].join(' ');
}

function failureWords(why: ModelFailure): string {
  if (why === 'no-board') return PUSH_WORDS.noBoard;
  return why === 'cannot' ? PUSH_WORDS.cannot : FAILURES[why];
}

function keptWords(onBoard: string | null | undefined): string[] {
  if (onBoard === undefined) return [];
  return [onBoard === null ? ON_BOARD.none : ON_BOARD.keeps(isolated(onBoard))];
}
