import { useEffect } from 'react';
import { chosenAmong } from '../../state/viewStore.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';
import { classByKey, isClassKey } from './classKeys.ts';
import { useKnownClasses } from './useKnownClasses.ts';

/** 1 to 9 name the event that is chosen, 0 takes its name away, wherever the focus is but in a field. */
export function useClassKeys(): void {
  const { board, view, naming } = useTidemark();
  const classes = useKnownClasses();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isClassKey(event) || isTypedInto(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const chosen = chosenAmong(board.getState().events, view.getState().chosen);
      const name = classByKey(classes, event.key);
      if (!chosen || name === undefined) return;
      event.preventDefault();
      naming.nameEvents([chosen], name);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [board, view, naming, classes]);
}
