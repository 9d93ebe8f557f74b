/** What can be done now, by name: whatever the page offers at a click, without its place. */
import { natureOf } from '../../board/connectionPhases.ts';
import { MACHINES } from '../../board/virtualMachines.ts';
import { PRESETS } from '../../detector/presets.ts';
import type { Language } from '../../language/spoken.ts';
import type { Tidemark } from '../../state/tidemark.ts';
import {
  FIT_TABS,
  type LowerTab,
  type PanelName,
  PLOT_LAYOUTS,
  type TableName,
  WINDOW_CHOICES,
} from '../../state/viewStore.ts';
import { CHAPTER_IDS } from '../../tour/steps.ts';
import { EXAMPLE_NAMES, EXAMPLE_WORDS, EXAMPLES, type ExampleName } from '../examples/words.ts';
import { toggleSecondWindow } from '../presenter/secondWindow.ts';
import { PRESENTER_WORDS } from '../presenter/words.ts';
import { REPORT_WORDS } from '../report/words.ts';
import { SHARE_WORDS } from '../share/words.ts';
import { SKETCH_WORDS } from '../sketch/sketchWords.ts';
import { sheetLanguages, sheetName } from '../teaching/sheetLanguages.ts';
import { canPresent } from '../tidemarkContext.ts';
import { CHAPTER_WORDS, TOUR_BUTTON_WORDS } from '../tour/buttonWords.ts';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';

export interface Command {
  readonly group: string;
  readonly label: string;
  /** The key that does the same; empty when none does. */
  readonly keys: string;
  readonly run: () => void;
}

const TABS: Readonly<Record<LowerTab, string>> = {
  anomalies: 'Show the anomalies',
  experiments: 'Show the experiments',
  tuning: 'Show the tuning map',
  names: 'Show the forest that names events',
  console: 'Show the console',
};

const PANELS: Readonly<Record<PanelName, string>> = {
  signal: 'Maximise the signal',
  lower: 'Maximise the panel of the anomalies',
  detector: 'Maximise the detector',
  fit: 'Maximise the Weibull fit',
};

const TABLES: Readonly<Record<TableName, string>> = {
  signal: 'The visible signal as a table',
  session: 'The whole session as a table',
  fit: 'The fit as a table',
};

const THEMES = { system: 'Theme of the system', light: 'Light theme', dark: 'Dark theme' } as const;

/** What the screen can do, beside the page's state. */
interface ScreenActions {
  readonly makeReport: () => void;
  readonly copyLink: () => void;
  readonly makeSheet: (language: Language) => void;
  readonly openExample: (name: ExampleName) => void;
}

export function commandList(
  tidemark: Tidemark,
  { makeReport, copyLink, makeSheet, openExample }: ScreenActions,
): readonly Command[] {
  const { board, view, tuning, preferences, recordings, tour, trouble } = tidemark;
  const { connection, channels } = board.getState();
  const isConnected = natureOf(connection.phase) !== 'resting';
  const hasPanels = channels.length > 0 || isConnected;
  const of =
    (group: string) =>
    (label: string, run: () => void, keys = ''): Command => ({ group, label, keys, run });
  const [inBoard, inPanels, inSignal, inDetector, inPage] = [
    of('Board'),
    of('Panels'),
    of('Signal'),
    of('Detector'),
    of('Page'),
  ];
  const {
    chooseLowerTab,
    chooseFitTab,
    chooseLayout,
    chooseWindow,
    goLive,
    maximise,
    second,
    showOverlay,
    showTable,
  } = view.getState();
  const { edit, revert, scope, board: confirmed } = tuning.getState();
  return [
    ...(isConnected
      ? [inBoard('Disconnect', tidemark.disconnect)]
      : [
          ...MACHINES.map((machine) =>
            inBoard(MACHINE_WORDS[machine].name, () => tidemark.connectVirtual({ machine })),
          ),
          inBoard('Connect board', () => void tidemark.connectBoard()),
        ]),
    inBoard('Recorded sessions', recordings.getState().openSessions),
    ...EXAMPLE_NAMES.map((name) =>
      inBoard(EXAMPLE_WORDS.command(EXAMPLES[name].title), () => openExample(name)),
    ),
    ...(confirmed && isConnected
      ? [
          inBoard('Push to board', () => void tidemark.push()),
          inBoard('Save on board', () => void tidemark.save()),
        ]
      : []),
    ...(hasPanels
      ? [
          ...Object.entries(TABS).map(([tab, label]) =>
            inPanels(label, () => chooseLowerTab(tab as LowerTab)),
          ),
          ...FIT_TABS.map((tab) => inPanels(`Fit: ${tab}`, () => chooseFitTab(tab))),
          ...Object.entries(PANELS).map(([panel, label]) =>
            inPanels(label, () => maximise(panel as PanelName), 'F'),
          ),
          ...Object.entries(TABLES).map(([table, label]) =>
            inPanels(label, () => showTable(table as TableName)),
          ),
          inPanels('Show all panels', () => maximise(null), 'Esc'),
          inPanels('Share the room as it was built', () =>
            preferences.getState().prefer({ panelSizes: {} }),
          ),
          ...WINDOW_CHOICES.map((window) =>
            inSignal(`Window: ${window}`, () => chooseWindow(window)),
          ),
          ...PLOT_LAYOUTS.map((layout) =>
            inSignal(`Channels ${layout}`, () => chooseLayout(layout)),
          ),
          inSignal('Back to live', goLive, 'L'),
          inSignal(REPORT_WORDS.command, makeReport),
          ...PRESETS.map(({ name, values }) =>
            inDetector(`Parameters of ${name}`, () => edit(values, false, scope)),
          ),
          ...(confirmed ? [inDetector('Revert to what the board confirmed', revert)] : []),
        ]
      : []),
    inDetector('Undo', tidemark.undo, 'Ctrl+Z'),
    inDetector('Redo', tidemark.redo, 'Ctrl+Shift+Z'),
    ...Object.entries(THEMES).map(([theme, label]) =>
      inPage(label, () => preferences.getState().prefer({ theme: theme as keyof typeof THEMES })),
    ),
    ...(canPresent(board.getState())
      ? [
          inPage(PRESENTER_WORDS.command, () => view.getState().present(true), 'V'),
          inPage(second ? PRESENTER_WORDS.closeSecond : PRESENTER_WORDS.secondCommand, () =>
            toggleSecondWindow(tidemark),
          ),
        ]
      : []),
    inPage(SHARE_WORDS.linkCommand, copyLink),
    inPage(SHARE_WORDS.dialogCommand, () => showOverlay('share')),
    inPage(SKETCH_WORDS.command, () => showOverlay('sketch')),
    ...CHAPTER_IDS.map((chapter) =>
      inPage(CHAPTER_WORDS[chapter], () => tour.getState().start(chapter)),
    ),
    ...(tour.getState().left === null
      ? []
      : [inPage(TOUR_BUTTON_WORDS.resume, () => tour.getState().resume())]),
    ...sheetLanguages().map((language) => inPage(sheetName(language), () => makeSheet(language))),
    inPage('Keys', () => showOverlay('keys'), '?'),
    inPage('I can’t see my board', () => trouble.getState().ask('not-listed')),
  ];
}
