/** All words of the model on the board. */
import type { ModelOutcome } from '../../analysis/messages/modelMessages.ts';
import { counted } from '../format.ts';
import { isolated } from '../OutsideText.tsx';

export const BOARD_MODEL_WORDS = {
  heading: 'On the board',
  push: 'Push the model to the board',
  cancel: 'Cancel',
  takeOff: 'Take it off the board',
  noModel: 'Train a forest, or open a model, first.',
  noBoard: 'No board with the firmware of Tidemark is connected.',
  cannot: 'This build of the firmware names no events: install the present one.',
  onItsWay: 'It is on its way.',
  isThere: 'The board has this model already.',
  piece: (done: number, of: number) => `Piece ${done} of ${of}`,
} as const;

/** What the board names by; empty where there is no such board. */
export function onBoardWords(onBoard: string | null, here: string | null): string {
  if (onBoard === null) return 'The board has no model: it names nothing.';
  if (onBoard === here) return `The board names events by this model, ${onBoard}.`;
  return `The board names events by another model, ${onBoard}.`;
}

export function modelOutcomeWords(outcome: ModelOutcome): string {
  if (outcome.kind === 'done') {
    return outcome.hash === null
      ? 'The board has no model any more.'
      : 'The model is on the board, which says its hash, and stays there without power.';
  }
  const words = outcome.words === '' ? '' : ` (“${isolated(outcome.words)}”)`;
  switch (outcome.why) {
    case 'no-board':
      return BOARD_MODEL_WORDS.noBoard;
    case 'cannot':
      return BOARD_MODEL_WORDS.cannot;
    case 'not-whole':
      return 'The model is not whole: train it, or open it, again. Nothing was sent.';
    case 'no-answer':
      return 'The board did not answer. It has its old model or the new one, never half of one: what it has is told when it is back.';
    case 'broken-off':
      return 'The board started again on the way. It goes on with its old model: push again.';
    case 'refused':
      return `The board does not take the model${words}, and goes on with what it had.`;
    case 'other-model':
      return 'The board says that another model is on it: push again.';
    case 'cancelled':
      return 'Cancelled: the board goes on with what it had.';
    default:
      return outcome.why satisfies never;
  }
}

/** How often page and board call the same event the same. */
export function agreementWords(agreed: number, of: number): string {
  if (of === 0) return 'No event has been named by both, the board and this page, yet.';
  return `Board and page agree on ${agreed} of ${counted(of, 'event')} that both have named${
    agreed < of ? '; the others say so in the list of anomalies' : ''
  }.`;
}
