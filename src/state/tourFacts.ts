/** What the stores say of what the guided tour waits for. */
import { FIRST_MACHINE } from '../board/virtualMachines.ts';
import type { TourFacts } from '../tour/steps.ts';
import type { BoardState } from './boardStore.ts';
import { sameAsBoard, type TuningState } from './tuningStore.ts';
import type { ViewState } from './viewStore.ts';

/** Of so many of the newest events the tour knows. */
const KNOWN_EVENTS = 40;

export function tourFacts(
  { source, connection, channels, learning, fits, injected, events }: BoardState,
  tuning: TuningState,
  view: ViewState,
): TourFacts {
  const isMachine =
    source?.kind === 'virtual' && (source.machine ?? FIRST_MACHINE) === FIRST_MACHINE;
  const { editing, board, dragging, saves } = tuning;
  return {
    isRunning: isMachine && connection.phase === 'streaming',
    hasLearned:
      channels.length > 0 &&
      learning.size > 0 &&
      channels.every((_, channel) => (fits.get(channel)?.weibull ?? null) !== null),
    injections: injected?.times ?? 0,
    injected: injected?.injection ?? null,
    newestBefore: injected?.newestEvent ?? -1,
    events: events.slice(-KNOWN_EVENTS),
    saysWhy: view.chosen !== null && view.fitTab === 'Why',
    showsCdf: view.fitTab === 'CDF',
    isDragging: dragging,
    editing,
    board,
    isAlike: sameAsBoard(tuning),
    saves,
  };
}
