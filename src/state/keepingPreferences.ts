/** Writes the preferences to storage whenever the person changes one. */
import { differingParameters } from '../detector/parameters.ts';
import {
  type Preferences,
  type PreferencesStorage,
  type PreferencesStore,
  writePreferences,
} from './preferences.ts';
import type { TuningStore } from './tuningStore.ts';
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
  // Of what all channels have: what single ones have of their own is kept by its board.
  let { unpushed } = initial;
  const write = (): void => {
    const { prefer: _, ...preferred } = preferences.getState();
    const { window, layout } = view.getState();
    writePreferences(storage, {
      ...preferred,
      window,
      plotLayout: layout,
      parameters: lastEdited,
      unpushed,
    });
  };
  preferences.subscribe(write);
  view.subscribe((now, before) => {
    if (now.window !== before.window || now.layout !== before.layout) write();
  });
  tuning.subscribe((now, before) => {
    const was = unpushed;
    if (now.board) {
      unpushed = now.edited && differingParameters(now.editing, now.board).length > 0;
    }
    if (now.edited && differingParameters(now.editing, before.editing).length > 0) {
      lastEdited = now.editing;
      if (!now.board) unpushed = true;
    }
    // While a slider moves nothing is written: storage is slow.
    const hasChanged = now.editing !== before.editing || before.dragging || unpushed !== was;
    if (!now.dragging && hasChanged) write();
  });
}
