import type { Hello } from '../../protocol/firmwareMessages.ts';
import type { BoardIdentity } from '../messages/connectionState.ts';

/** What the page is told of a board that said hello. */
export function identityOf(hello: Hello): BoardIdentity {
  const { board, id, sensor, version, saved, float, rules, can, most, fitsMs, model } = hello;
  return { board, id, sensor, version, saved, floatBits: float, rules, can, most, fitsMs, model };
}
