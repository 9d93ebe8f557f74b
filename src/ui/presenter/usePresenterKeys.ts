import { useEffect } from 'react';
import type { Injection } from '../../board/virtualMachines.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';

/** 1, 2, … disturb the machine, L goes back to live, Esc leaves. */
export function usePresenterKeys(
  injections: readonly Injection[],
  disturb: (injection: Injection) => void,
): void {
  const { view } = useTidemark();
  useEffect(() => {
    const act = (key: string): boolean => {
      const { goLive, present } = view.getState();
      const injection = injections[Number(key) - 1];
      if (injection) disturb(injection);
      else if (key === 'l' || key === 'L') goLive();
      else if (key === 'Escape') present(false);
      else return false;
      return true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { ctrlKey, altKey, metaKey, defaultPrevented, repeat, target } = event;
      if (defaultPrevented || repeat || ctrlKey || altKey || metaKey || isTypedInto(target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [view, injections, disturb]);
}
