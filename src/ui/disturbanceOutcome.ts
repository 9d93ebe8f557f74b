import type { AnomalyEvent } from '../analysis/messages/findings.ts';
import type { BoardState } from '../state/boardStore.ts';
import { DISTURBANCES, type DisturbanceOutcome } from './virtualMachineWords.ts';

/** From the press to the board and from its alarm to the page, on a busy machine, too. */
const ON_THE_WAY_MS = 3000;

/**
 * What became of the last disturbance, by the first event after it: a promise that was not kept must
 * not stand on the screen as if it had been.
 */
export function disturbanceOutcome(
  { injection, newestEvent, atMs }: NonNullable<BoardState['injected']>,
  events: readonly AnomalyEvent[],
  nowMs: number,
): DisturbanceOutcome {
  const untilMs = atMs + DISTURBANCES[injection].withinMs + ON_THE_WAY_MS;
  const first = events.find(({ id, fromMs }) => id > newestEvent && fromMs <= untilMs);
  return first?.cause ?? (nowMs > untilMs ? 'missed' : 'waiting');
}
