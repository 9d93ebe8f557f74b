import { useEffect } from 'react';
import { canPresent, useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';

/** Keys of the whole page: the commands, the sheet of keys, undo and redo. */
export function useCommandKeys(): void {
  const tidemark = useTidemark();
  useEffect(() => {
    const { board, view, undo, redo } = tidemark;
    const act = (event: KeyboardEvent): boolean => {
      const isTyped = isTypedInto(event.target);
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (event.altKey) return false;
        if (key === 'k') view.getState().showOverlay('commands');
        // What is typed has its own undo; a parameter's field hands ours on.
        else if (isTyped) return false;
        else if (key === 'z' && !event.shiftKey) undo();
        else if (key === 'y' || key === 'z') redo();
        else return false;
        return true;
      }
      if (isTyped || event.altKey) return false;
      const { showOverlay, presenting, present } = view.getState();
      if (key === '?') showOverlay('keys');
      else if (key === 'v' && canPresent(board.getState())) present(!presenting);
      else return false;
      return true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      if (act(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [tidemark]);
}
