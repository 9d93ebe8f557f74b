/** What can be done now, by name: whatever the page offers at a click, without its place. */

import { natureOf } from '../../board/connectionPhases.ts';
import { MACHINES } from '../../board/virtualMachines.ts';
import { PRESETS } from '../../detector/presets.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../language/spoken.ts';
import { chaptersOffered } from '../../state/lessonStore.ts';
import type { Tidemark } from '../../state/tidemark.ts';
import {
  FIT_TABS,
  type LowerTab,
  type PanelName,
  PLOT_LAYOUTS,
  type TableName,
  WINDOW_CHOICES,
} from '../../state/viewStore.ts';
import { EXAMPLE_NAMES, type ExampleName } from '../../tour/exampleNames.ts';
import { chapterOf } from '../../tour/steps.ts';
import { EXAMPLE_WORDS, EXAMPLES } from '../examples/words.ts';
import { EXPORT_WORDS } from '../export/exportWords.ts';
import type { FileExports } from '../export/useFileExports.ts';
import { FIT_TAB_WORDS } from '../fitTabWords.ts';
import { toggleSecondWindow } from '../presenter/secondWindow.ts';
import { PRESENTER_WORDS } from '../presenter/words.ts';
import { REPORT_WORDS } from '../report/words.ts';
import { SHARE_WORDS } from '../share/words.ts';
import { SKETCH_WORDS } from '../sketch/sketchWords.ts';
import { LESSON_WORDS } from '../teaching/lessonWords.ts';
import { sheetLanguages, sheetName } from '../teaching/sheetLanguages.ts';
import { canPresent } from '../tidemarkContext.ts';
import { CHAPTER_WORDS, TOUR_BUTTON_WORDS } from '../tour/buttonWords.ts';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';
import {
  COMMAND_WORDS,
  LANGUAGE_COMMAND_WORDS,
  MAXIMISE_WORDS,
  TAB_WORDS,
  TABLE_WORDS,
  THEME_WORDS,
} from './commandWords.ts';

export interface Command {
  readonly group: string;
  readonly label: string;
  /** The key that does the same; empty when none does. */
  readonly keys: string;
  readonly run: () => void;
}

/** What the screen can do, beside the page's state. */
interface ScreenActions {
  readonly makeReport: () => void;
  readonly copyLink: () => void;
  readonly makeSheet: (language: Language) => void;
  readonly saveLesson: () => void;
  readonly openExample: (name: ExampleName) => void;
  readonly files: FileExports;
}

export function commandList(
  tidemark: Tidemark,
  { makeReport, copyLink, makeSheet, saveLesson, openExample, files }: ScreenActions,
): readonly Command[] {
  const { board, lessons, view, tuning, preferences, recordings, tour, trouble } = tidemark;
  const { connection, channels } = board.getState();
  const isConnected = natureOf(connection.phase) !== 'resting';
  const hasPanels = channels.length > 0 || isConnected;
  const of =
    (group: string) =>
    (label: string, run: () => void, keys = ''): Command => ({ group, label, keys, run });
  const [inBoard, inPanels, inSignal, inDetector, inExport, inPage] = [
    of(COMMAND_WORDS.board),
    of(COMMAND_WORDS.panels),
    of(COMMAND_WORDS.signal),
    of(COMMAND_WORDS.detector),
    of(EXPORT_WORDS.export),
    of(COMMAND_WORDS.page),
  ];
  const {
    chooseLowerTab,
    chooseFitTab,
    chooseLayout,
    chooseWindow,
    goLive,
    maximise,
    second,
    seek,
    showOverlay,
    showTable,
  } = view.getState();
  const { lesson, leave } = lessons.getState();
  const chapters = chaptersOffered({ lesson });
  const { left } = tour.getState();
  const { edit, revert, scope, board: confirmed } = tuning.getState();
  return [
    ...(isConnected
      ? [inBoard(COMMAND_WORDS.disconnect, tidemark.disconnect)]
      : [
          ...MACHINES.map((machine) =>
            inBoard(MACHINE_WORDS[machine].name, () => tidemark.connectVirtual({ machine })),
          ),
          inBoard(COMMAND_WORDS.connect, () => void tidemark.connectBoard()),
        ]),
    inBoard(COMMAND_WORDS.sessions, recordings.getState().openSessions),
    ...EXAMPLE_NAMES.map((name) =>
      inBoard(EXAMPLE_WORDS.command(EXAMPLES[name].title), () => openExample(name)),
    ),
    ...(confirmed && isConnected
      ? [
          inBoard(COMMAND_WORDS.push, () => void tidemark.push()),
          inBoard(COMMAND_WORDS.save, () => void tidemark.save()),
        ]
      : []),
    ...(hasPanels
      ? [
          ...Object.entries(TAB_WORDS).map(([tab, label]) =>
            inPanels(label, () => {
              chooseLowerTab(tab as LowerTab);
              seek('lower');
            }),
          ),
          ...FIT_TABS.map((tab) =>
            inPanels(COMMAND_WORDS.fit(FIT_TAB_WORDS[tab]), () => {
              chooseFitTab(tab);
              seek('fit');
            }),
          ),
          ...Object.entries(MAXIMISE_WORDS).map(([panel, label]) =>
            inPanels(label, () => maximise(panel as PanelName), 'F'),
          ),
          ...Object.entries(TABLE_WORDS).map(([table, label]) =>
            inPanels(label, () => showTable(table as TableName)),
          ),
          inPanels(COMMAND_WORDS.allPanels, () => maximise(null), 'Esc'),
          inPanels(COMMAND_WORDS.room, () => preferences.getState().prefer({ panelSizes: {} })),
          ...WINDOW_CHOICES.map((window) =>
            inSignal(COMMAND_WORDS.window(window), () => chooseWindow(window)),
          ),
          ...PLOT_LAYOUTS.map((layout) =>
            inSignal(COMMAND_WORDS[layout], () => chooseLayout(layout)),
          ),
          inSignal(COMMAND_WORDS.live, goLive, 'L'),
          ...PRESETS.map(({ name, values }) =>
            inDetector(COMMAND_WORDS.preset(name), () => edit(values, false, scope)),
          ),
          ...(confirmed ? [inDetector(COMMAND_WORDS.revert, revert)] : []),
          inExport(EXPORT_WORDS.allCommand, files.allSamples),
          inExport(EXPORT_WORDS.visibleCommand, files.visibleSamples),
          inExport(EXPORT_WORDS.command(EXPORT_WORDS.signalSvg), () => files.plot('signal', 'svg')),
          inExport(EXPORT_WORDS.command(EXPORT_WORDS.signalPng), () => files.plot('signal', 'png')),
          inExport(EXPORT_WORDS.command(EXPORT_WORDS.fitSvg), () => files.plot('fit', 'svg')),
          inExport(EXPORT_WORDS.command(EXPORT_WORDS.fitPng), () => files.plot('fit', 'png')),
          inExport(EXPORT_WORDS.command(EXPORT_WORDS.parameters), () => showOverlay('parameters')),
          inExport(REPORT_WORDS.command, makeReport),
        ]
      : []),
    inDetector(COMMAND_WORDS.undo, tidemark.undo, 'Ctrl+Z'),
    inDetector(COMMAND_WORDS.redo, tidemark.redo, 'Ctrl+Shift+Z'),
    ...Object.entries(THEME_WORDS).map(([theme, label]) =>
      inPage(label, () =>
        preferences.getState().prefer({ theme: theme as keyof typeof THEME_WORDS }),
      ),
    ),
    ...LANGUAGES.map((language) =>
      inPage(LANGUAGE_COMMAND_WORDS.speak(LANGUAGE_NAMES[language]), () =>
        preferences.getState().prefer({ language }),
      ),
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
    ...chapters.map((chapter) =>
      inPage(CHAPTER_WORDS[chapter], () => tour.getState().start(chapter)),
    ),
    ...(left === null || !chapters.includes(chapterOf(left))
      ? []
      : [inPage(TOUR_BUTTON_WORDS.resume, () => tour.getState().resume())]),
    inPage(LESSON_WORDS.save, saveLesson),
    ...(lesson ? [inPage(LESSON_WORDS.leave, leave)] : []),
    ...sheetLanguages().map((language) => inPage(sheetName(language), () => makeSheet(language))),
    inPage(COMMAND_WORDS.keys, () => showOverlay('keys'), '?'),
    inPage(COMMAND_WORDS.trouble, () => trouble.getState().ask('not-listed')),
  ];
}
