/** What the forest on the board calls the events that the board has found. */
import type { BoardEventName } from '../messages/modelMessages.ts';

export interface BoardNames {
  add(name: BoardEventName): void;
  /** How many have come. */
  total(): number;
  /** Those that came after the first so many, as far as they are kept. */
  since(total: number): readonly BoardEventName[];
}

/** Beyond so many the oldest are given up, a tenth at a time. */
const MOST_NAMES = 20_000;

export function createBoardNames(most = MOST_NAMES): BoardNames {
  let names: BoardEventName[] = [];
  let givenUp = 0;
  return {
    add(name) {
      names.push(name);
      if (names.length <= most) return;
      const gone = Math.ceil(most / 10);
      names = names.slice(gone);
      givenUp += gone;
    },
    total: () => givenUp + names.length,
    since: (total) => names.slice(Math.max(0, total - givenUp)),
  };
}
