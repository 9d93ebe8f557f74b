/** How components reach the page's state. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { natureOf } from '../board/connectionPhases.ts';
import type { AlarmState } from '../state/alarmStore.ts';
import type { BoardState } from '../state/boardStore.ts';
import type { ChannelLooksState } from '../state/channelStore.ts';
import type { ClassState } from '../state/classStore.ts';
import type { ExportState } from '../state/exportStore.ts';
import type { ForestState } from '../state/forestStore.ts';
import type { ImportState } from '../state/importStore.ts';
import type { InstallState } from '../state/installStore.ts';
import type { LabelState } from '../state/labelStore.ts';
import type { LessonState } from '../state/lessonStore.ts';
import type { ListState } from '../state/listStore.ts';
import type { ModelPushState } from '../state/modelPushStore.ts';
import type { NoticeState } from '../state/noticeStore.ts';
import type { PreferencesState } from '../state/preferences.ts';
import type { ProposalState } from '../state/proposalStore.ts';
import type { RecordingStoreState } from '../state/recordingStore.ts';
import type { StudyState } from '../state/studyStore.ts';
import type { Tidemark } from '../state/tidemark.ts';
import type { TourState } from '../state/tourStore.ts';
import type { TroubleState } from '../state/troubleStore.ts';
import type { TuningState } from '../state/tuningStore.ts';
import type { ViewState } from '../state/viewStore.ts';

export const TidemarkContext = createContext<Tidemark | null>(null);

export function useTidemark(): Tidemark {
  const tidemark = useContext(TidemarkContext);
  if (!tidemark) throw new Error('useTidemark needs a TidemarkContext above it');
  return tidemark;
}

export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useTidemark().board, select);
}

export function useList<T>(select: (state: ListState) => T): T {
  return useStore(useTidemark().list, select);
}

export function useAlarms<T>(select: (state: AlarmState) => T): T {
  return useStore(useTidemark().alarms, select);
}

export function useChannelLooks<T>(select: (state: ChannelLooksState) => T): T {
  return useStore(useTidemark().channelLooks, select);
}

export function useTuning<T>(select: (state: TuningState) => T): T {
  return useStore(useTidemark().tuning, select);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useTidemark().view, select);
}

export function useLabels<T>(select: (state: LabelState) => T): T {
  return useStore(useTidemark().labels, select);
}

export function useClasses<T>(select: (state: ClassState) => T): T {
  return useStore(useTidemark().classes, select);
}

export function useStudies<T>(select: (state: StudyState) => T): T {
  return useStore(useTidemark().studies, select);
}

export function useRecordings<T>(select: (state: RecordingStoreState) => T): T {
  return useStore(useTidemark().recordings, select);
}

export function useInstall<T>(select: (state: InstallState) => T): T {
  return useStore(useTidemark().installs, select);
}

export function useNotices<T>(select: (state: NoticeState) => T): T {
  return useStore(useTidemark().notices, select);
}

export function useTrouble<T>(select: (state: TroubleState) => T): T {
  return useStore(useTidemark().trouble, select);
}

export function useImports<T>(select: (state: ImportState) => T): T {
  return useStore(useTidemark().imports, select);
}

export function useExports<T>(select: (state: ExportState) => T): T {
  return useStore(useTidemark().exports, select);
}

export function useProposals<T>(select: (state: ProposalState) => T): T {
  return useStore(useTidemark().proposals, select);
}

export function usePreferences<T>(select: (state: PreferencesState) => T): T {
  return useStore(useTidemark().preferences, select);
}

export function useForest<T>(select: (state: ForestState) => T): T {
  return useStore(useTidemark().forest, select);
}

export function useModelPush<T>(select: (state: ModelPushState) => T): T {
  return useStore(useTidemark().modelPush, select);
}

export function useTour<T>(select: (state: TourState) => T): T {
  return useStore(useTidemark().tour, select);
}

export function useLesson<T>(select: (state: LessonState) => T): T {
  return useStore(useTidemark().lessons, select);
}

/** Whether there is something to be shown to a room. */
export const canPresent = ({ channels }: Pick<BoardState, 'channels'>): boolean =>
  channels.length > 0;

/** Whether there is neither a connection nor anything seen: the start doors are shown. */
export function useNothingYet(): boolean {
  return useBoard(
    ({ channels, connection: { phase } }) =>
      channels.length === 0 && (natureOf(phase) === 'resting' || phase === 'asking'),
  );
}
