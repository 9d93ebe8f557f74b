import { useEffect } from 'react';
import { useTidemark } from '../tidemarkContext.ts';

/** M mutes and lets sound again, wherever the focus is but in a field. */
export function useAlarmKeys(): void {
  const { alarms } = useTidemark();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'm' || isTyping(event.target)) return;
      const { switches, switchTo } = alarms.getState();
      void switchTo('muted', !switches.muted);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [alarms]);
}

/** Whether a key belongs to a field that takes text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"])'))
  );
}
