/** Writes the settings to storage whenever the person changes one. */
import { differingParameters } from '../detector/parameters.ts';
import { type Settings, type SettingsStorage, writeSettings } from './settings.ts';
import type { Stores } from './stores.ts';

/**
 * Keeps the settings of these stores from now on; `initial` is what storage had. Returns what is to
 * be called when the recording of sessions is switched on or off: that is in no store.
 */
export function keepSettings(
  storage: SettingsStorage,
  initial: Settings,
  stores: Pick<Stores, 'theme' | 'line' | 'view' | 'memory' | 'tuning'>,
): (recordsSessions: boolean) => void {
  const { theme, line, view, memory, tuning } = stores;
  let lastEdited = initial.parameters;
  let recordsSessions = initial.record;
  const write = (): void => {
    writeSettings(storage, {
      theme: theme.getState().theme,
      window: view.getState().window,
      baudRate: line.getState().baudRate,
      plotLayout: view.getState().layout,
      memoryMb: memory.getState().megabytes,
      record: recordsSessions,
      parameters: lastEdited,
    });
  };
  theme.subscribe(write);
  line.subscribe(write);
  memory.subscribe(write);
  view.subscribe((now, before) => {
    if (now.window !== before.window || now.layout !== before.layout) write();
  });
  tuning.subscribe((now, before) => {
    if (now.edited && differingParameters(now.editing, before.editing).length > 0) {
      lastEdited = now.editing;
    }
    // While a slider moves nothing is written: storage is slow.
    if (!now.dragging && (now.editing !== before.editing || before.dragging)) write();
  });
  return (on) => {
    recordsSessions = on;
    write();
  };
}
