/** Writes the preferences to storage whenever the person changes one. */
import { differingParameters } from '../detector/parameters.ts';
import {
  type Preferences,
  type PreferencesStorage,
  type PreferencesStore,
  writePreferences,
} from './preferences.ts';
import { isUnpushed, type TuningStore } from './tuningStore.ts';
import type { ViewStore } from './viewStore.ts';

/** Keeps the preferences of these stores from now on; `initial` is what storage had. */
export function keepPreferences(
  storage: PreferencesStorage,
  initial: Preferences,
  stores: {
    readonly preferences: PreferencesStore;
    readonly view: ViewStore;
    readonly tuning: TuningStore;
  },
): void {
  const { preferences, view, tuning } = stores;
  let lastEdited = initial.parameters;
  const write = (): void => {
    const { prefer: _, ...preferred } = preferences.getState();
    const { window, layout } = view.getState();
    writePreferences(storage, {
      ...preferred,
      window,
      plotLayout: layout,
      parameters: lastEdited,
      unpushed: isUnpushed(tuning.getState()),
    });
  };
  preferences.subscribe(write);
  view.subscribe((now, before) => {
    if (now.window !== before.window || now.layout !== before.layout) write();
  });
  tuning.subscribe((now, before) => {
    if (now.edited && differingParameters(now.editing, before.editing).length > 0) {
      lastEdited = now.editing;
    }
    // While a slider moves nothing is written: storage is slow.
    const hasChanged =
      now.editing !== before.editing || before.dragging || isUnpushed(now) !== isUnpushed(before);
    if (!now.dragging && hasChanged) write();
  });
}
