import { useEffect } from 'react';
import { neighbourOf } from '../../state/viewStore.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';

/** N and P go to the next and the previous event, wherever the focus is but in a field. */
export function useEventKeys(): void {
  const { board, view } = useTidemark();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { n: 1, p: -1 }[event.key.toLowerCase()];
      if (!step || isTypedInto(event.target) || document.querySelector('[role="dialog"]')) return;
      goToNeighbour(step);
    };
    const goToNeighbour = (step: number): void => {
      const { events } = board.getState();
      const { chosen, jumpTo } = view.getState();
      const next = neighbourOf(events, chosen, step);
      if (next) jumpTo(next);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [board, view]);
}
