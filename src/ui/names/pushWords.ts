/** Words about the model on the board. */
import type { ModelFailure, ModelOutcome } from '../../analysis/messages/modelMessages.ts';
import type { UsedModel } from '../../state/forestStore.ts';
import { isolated } from '../OutsideText.tsx';

export const PUSH_WORDS = {
  push: 'Push model to board',
  hint: 'The board names its events by itself then; it keeps the model without power',
  takeOff: 'Take it off the board',
  sending: 'Sending the model',
  cancel: 'Cancel',
  cannot:
    'This board names no events: its firmware is older, or it is too small, as a micro:bit v1 is for any forest.',
  noBoard: 'No board is connected.',
  noModel: 'Train a forest, or open a model, first.',
  there: 'This model is on the board already.',
} as const;

export function onBoardWords(onBoard: string | null, used: UsedModel | null): string {
  if (onBoard === null) return 'There is no model on the board.';
  if (used?.hash === onBoard) return 'The board has this model.';
  return `The board has another model: ${isolated(onBoard)}.`;
}

export function outcomeWords(outcome: ModelOutcome): string {
  if (outcome.kind === 'done') {
    return outcome.hash === null
      ? 'The board says that there is no model on it any more.'
      : `The board says that model ${isolated(outcome.hash)} is on it.`;
  }
  const words = outcome.words === '' ? '' : ` It says: ${isolated(outcome.words)}.`;
  return `${failureWords(outcome.why)}${words}${keptWords(outcome.onBoard)}`;
}

function failureWords(why: ModelFailure): string {
  switch (why) {
    case 'no-board':
      return PUSH_WORDS.noBoard;
    case 'cannot':
      return PUSH_WORDS.cannot;
    case 'not-whole':
      return 'The model is not whole: train it anew, or open its file again.';
    case 'no-answer':
      return 'The board did not answer on the way. Connect it again, then push once more.';
    case 'broken-off':
      return 'The board started anew on the way. Push once more.';
    case 'refused':
      return 'The board refused the model. Fewer trees need less room; newer firmware knows more features.';
    case 'other-model':
      return 'The board says that another model is on it. Push once more.';
    case 'cancelled':
      return 'Cancelled.';
    default:
      return why satisfies never;
  }
}

function keptWords(onBoard: string | null | undefined): string {
  if (onBoard === undefined) return '';
  return onBoard === null
    ? ' There is no model on the board.'
    : ` It goes on with model ${isolated(onBoard)}.`;
}
