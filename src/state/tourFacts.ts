/** What the stores say of what the guided tour waits for. */
import type { Label } from '../analysis/messages/studyMessages.ts';
import { natureOf } from '../board/connectionPhases.ts';
import { FIRST_MACHINE } from '../board/virtualMachines.ts';
import { NOT_AN_ANOMALY } from '../detector/scores.ts';
import type { TourFacts } from '../tour/steps.ts';
import type { BoardState } from './boardStore.ts';
import type { UsedModel } from './forestStore.ts';
import { sameAsBoard, type TuningState } from './tuningStore.ts';
import type { ViewState } from './viewStore.ts';

/** Of so many of the newest events the tour knows. */
const KNOWN_EVENTS = 40;

export function tourFacts(
  { source, connection, channels, learning, fits, injected, events, boardNames }: BoardState,
  tuning: TuningState,
  view: ViewState,
  labels: readonly Label[],
  model: UsedModel | null,
): TourFacts {
  const isMachine =
    source?.kind === 'virtual' && (source.machine ?? FIRST_MACHINE) === FIRST_MACHINE;
  const isOwn = source?.kind === 'serial' || source?.kind === 'streams';
  const isOpen = natureOf(connection.phase) === 'open';
  const { editing, board, dragging, saves } = tuning;
  return {
    isRunning: isMachine && connection.phase === 'streaming',
    isOwnOpen: isOwn && isOpen,
    isOwnRunning: isOwn && connection.phase === 'streaming',
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
    classSizes: classSizes(labels),
    model: model?.hash ?? null,
    boardModel: connection.identity?.model ?? null,
    newestBoardName: newestId(boardNames.keys()),
  };
}

function classSizes(labels: readonly Label[]): readonly number[] {
  const sizes = new Map<string, number>();
  for (const { name } of labels) {
    if (name !== NOT_AN_ANOMALY) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  return [...sizes.values()];
}

function newestId(ids: Iterable<number>): number {
  let newest = -1;
  for (const id of ids) newest = Math.max(newest, id);
  return newest;
}
