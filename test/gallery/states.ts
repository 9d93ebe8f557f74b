/** Every state of the page that can be looked at. To add one: a line in the list of its panel. */
import type { GalleryState } from './state.ts';
import { ALARM_STATES } from './statesOfAlarms.ts';
import { CONNECTION_STATES } from './statesOfConnection.ts';
import { DIALOG_STATES } from './statesOfDialogs.ts';
import { NAMES_STATES } from './statesOfNames.ts';
import { PANEL_STATES } from './statesOfPanels.ts';
import { RULES_STATES } from './statesOfRules.ts';

export const STATES: readonly GalleryState[] = [
  ...CONNECTION_STATES,
  ...PANEL_STATES,
  ...ALARM_STATES,
  ...NAMES_STATES,
  ...RULES_STATES,
  ...DIALOG_STATES,
];
