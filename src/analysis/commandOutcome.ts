import { PARAMETER_NAMES } from '../detector/parameters.ts';
import type { Answer } from '../protocol/command.ts';
import type { CommandOutcome } from './messages.ts';

/** The board's answer to a command as the page hears it. */
export function commandOutcome(answer: Answer): CommandOutcome {
  if (answer === null) {
    return { ok: false, fault: { code: 'no-answer', detail: '' }, parameter: null, words: '' };
  }
  if (answer.ok) return answer;
  return {
    ok: false,
    fault: { code: 'refused', detail: answer.code },
    parameter: PARAMETER_NAMES.find((name) => name === answer.parameter) ?? null,
    words: answer.words,
  };
}
