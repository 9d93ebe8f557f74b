/** What the forest on the board calls the events that the board has found. */
import type { BoardEventName } from '../messages/modelMessages.ts';

export interface BoardNames {
  add(name: BoardEventName): void;
  /** As they came, the newest last. */
  all(): readonly BoardEventName[];
}

/** Beyond so many the oldest are given up, a tenth at a time. */
const MOST_NAMES = 20_000;

export function createBoardNames(most = MOST_NAMES): BoardNames {
  let names: BoardEventName[] = [];
  return {
    add(name) {
      names.push(name);
      if (names.length > most) names = names.slice(Math.ceil(most / 10));
    },
    all: () => names,
  };
}
