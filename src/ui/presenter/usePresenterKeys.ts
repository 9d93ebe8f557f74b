import { useEffect } from 'react';
import type { Injection } from '../../board/virtualMachines.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';
import { useDisturbances } from './useDisturbances.ts';

const NONE: readonly Injection[] = [];

/**
 * 1, 2, … disturb the machine, L goes back to live, Esc leaves.
 *
 * @param at the window that they are pressed in
 */
export function usePresenterKeys(at: Window): void {
  const { view, inject } = useTidemark();
  const { injections: all, isRunning } = useDisturbances();
  const injections = isRunning ? all : NONE;
  useEffect(() => {
    const page = at.document;
    const act = (key: string): boolean => {
      const { goLive, present } = view.getState();
      const injection = injections[Number(key) - 1];
      if (injection) inject(injection);
      else if (key === 'l' || key === 'L') goLive();
      else if (key === 'Escape') present(false);
      else return false;
      return true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { ctrlKey, altKey, metaKey, defaultPrevented, repeat, target } = event;
      if (defaultPrevented || repeat || ctrlKey || altKey || metaKey || isTypedInto(target)) return;
      if (page.querySelector('[role="dialog"], [role="menu"]')) return;
      if (act(event.key)) event.preventDefault();
    };
    page.addEventListener('keydown', onKeyDown);
    return () => page.removeEventListener('keydown', onKeyDown);
  }, [view, injections, inject, at]);
}
