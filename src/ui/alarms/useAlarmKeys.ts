import { useEffect } from 'react';
import { useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';

/** M mutes and lets sound again, wherever the focus is but in a field. */
export function useAlarmKeys(): void {
  const { alarms } = useTidemark();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'm' || isTypedInto(event.target)) return;
      const { switches, switchTo } = alarms.getState();
      void switchTo('muted', !switches.muted);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [alarms]);
}
