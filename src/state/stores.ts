/** The stores of the page: each keeps one kind of low-rate truth, none knows of another. */
import type { AlarmOutlets } from '../alarms/outlets.ts';
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { RecordingFault } from '../analysis/messages/recordingMessages.ts';
import type { Fault } from '../board/fault.ts';
import { chapterOf } from '../tour/steps.ts';
import { type AlarmStore, createAlarmStore } from './alarmStore.ts';
import { type BoardStore, createBoardStore } from './boardStore.ts';
import { type ChannelLooksStore, createChannelLooksStore } from './channelStore.ts';
import { type ClassStore, createClassStore } from './classStore.ts';
import { createExportStore, type ExportStore } from './exportStore.ts';
import { beginsAsModel, createForestStore, type ForestStore, mayBeModel } from './forestStore.ts';
import { createImportStore, type ImportStore } from './importStore.ts';
import { createInstallStore, type InstallStore } from './installStore.ts';
import { createLabelStore, type LabelStore } from './labelStore.ts';
import { readLessonFile } from './lessonFile.ts';
import { chaptersOffered, createLessonStore, type LessonStore } from './lessonStore.ts';
import { createListStore, type ListStore } from './listStore.ts';
import { createModelPushStore, type ModelPushStore } from './modelPushStore.ts';
import { createNoticeStore, type NoticeStore } from './noticeStore.ts';
import {
  createPreferencesStore,
  type Preferences,
  type PreferencesStorage,
  type PreferencesStore,
} from './preferences.ts';
import { createProposalStore, type ProposalStore } from './proposalStore.ts';
import { createRecordingStore, type RecordingStore } from './recordingStore.ts';
import { mayBeSetup, readSetupFile } from './setupFile.ts';
import { createStudyStore, type StudyStore } from './studyStore.ts';
import { tourFacts } from './tourFacts.ts';
import { createTourStore, type TourStore } from './tourStore.ts';
import { createTroubleStore, type TroubleStore } from './troubleStore.ts';
import { createTuningStore, type TuningStore } from './tuningStore.ts';
import { createSerials, type NextSerial } from './undo.ts';
import { createViewStore, type ViewStore } from './viewStore.ts';

export interface Stores {
  readonly alarms: AlarmStore;
  readonly list: ListStore;
  readonly board: BoardStore;
  readonly channelLooks: ChannelLooksStore;
  readonly tuning: TuningStore;
  readonly view: ViewStore;
  readonly labels: LabelStore;
  readonly classes: ClassStore;
  /** Numbers what can be taken back, across all of them. */
  readonly nextSerial: NextSerial;
  readonly studies: StudyStore;
  readonly recordings: RecordingStore;
  readonly installs: InstallStore;
  readonly notices: NoticeStore;
  readonly trouble: TroubleStore;
  readonly imports: ImportStore;
  readonly exports: ExportStore;
  readonly preferences: PreferencesStore;
  readonly lessons: LessonStore;
  readonly proposals: ProposalStore;
  readonly tour: TourStore;
  readonly forest: ForestStore;
  readonly modelPush: ModelPushStore;
}

/** Begins with what was stored; what some stores have done concerns others, `around` them. */
export function createStores(
  client: AnalysisClient,
  stored: Preferences,
  around: {
    /** Why serial ports cannot be used here; null when they can. */
    readonly serialFault: Fault | null;
    /** The firmware was taken off the board. */
    readonly uninstalled: () => void;
    /** A file was read, or is a recording itself. */
    readonly openFile: (recording: Blob, title: string) => void;
    readonly outlets: AlarmOutlets;
    readonly storage: PreferencesStorage;
    readonly nowMs: () => number;
  },
): Stores {
  const nextSerial = createSerials();
  const tuning = createTuningStore(stored.parameters, nextSerial, stored.unpushed);
  const board = createBoardStore(around.serialFault);
  const recordings = createRecordingStore(client.recordings);
  const notices = createNoticeStore();
  const view = createViewStore(stored.window, stored.plotLayout);
  const forest = createForestStore(around.storage, client.useModel);
  const labels = createLabelStore((before, after) => {
    const { source } = board.getState();
    // The recorder writes those of a board that is there.
    if (source?.kind !== 'replay') return;
    void recordings.getState().keepLabels(source.recording, before, after).then(keptBeside);
  }, nextSerial);
  const tour = createTourStore(around.storage, () =>
    tourFacts(
      board.getState(),
      tuning.getState(),
      view.getState(),
      labels.getState().labels,
      forest.getState().used,
    ),
  );
  for (const store of [board, tuning, view, labels, forest]) {
    store.subscribe(() => tour.getState().look());
  }
  const lessons = createLessonStore(around.storage);
  lessons.subscribe((now) => {
    const { step, end } = tour.getState();
    if (step && !chaptersOffered(now).includes(chapterOf(step))) end();
  });
  const proposals = createProposalStore();
  /** Beside the recording that is open; the recorder writes those of a board that is there. */
  function keptBeside(fault: RecordingFault | null): void {
    if (fault) notices.getState().reportFault({ code: 'not-kept', detail: fault.detail });
  }
  async function takeOther(file: File): Promise<boolean> {
    if (await beginsAsModel(file)) {
      await forest.getState().open(file);
      view.getState().chooseLowerTab('names');
      view.getState().seek('lower');
      return true;
    }
    if (!mayBeSetup(file)) return false;
    const lesson = await readLessonFile(file);
    if (lesson) {
      lessons.getState().open(file.name, lesson);
      return true;
    }
    const reading = await readSetupFile(file);
    if (reading) proposals.getState().propose({ kind: 'file', name: file.name }, reading);
    return reading !== null;
  }
  return {
    alarms: createAlarmStore({
      ...around,
      done(acts) {
        const { source } = board.getState();
        if (source?.kind === 'replay') {
          void recordings.getState().keepActs(source.recording, acts).then(keptBeside);
        } else client.alarmActs(acts);
      },
    }),
    list: createListStore(),
    board,
    channelLooks: createChannelLooksStore(around.storage),
    tuning,
    view,
    labels,
    classes: createClassStore(around.storage),
    nextSerial,
    studies: createStudyStore(client.study),
    recordings,
    installs: createInstallStore(client.install, (action, outcome) => {
      if (action === 'uninstall' && outcome.kind === 'done') around.uninstalled();
    }),
    notices,
    trouble: createTroubleStore(),
    imports: createImportStore({
      takeOther: (file) => (mayBeSetup(file) || mayBeModel(file) ? takeOther(file) : null),
      look: (file, choice) =>
        client.files.look(file, {
          choice,
          startMs: file.lastModified,
          periodMs: tuning.getState().editing.period,
        }),
      convert: client.files.convert,
      openRecording: around.openFile,
    }),
    exports: createExportStore(),
    lessons,
    proposals,
    tour,
    forest,
    modelPush: createModelPushStore(client.pushModel),
    preferences: createPreferencesStore(stored),
  };
}
