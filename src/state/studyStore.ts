/** The longer computations over the recording, one of a kind at a time. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { RunningStudy } from '../analysis/client/studyCalls.ts';
import type { Study, StudyProgress, StudyResult } from '../analysis/messages/studyMessages.ts';

export type StudyKind = Study['kind'];

export type StudyRun =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly study: Study; readonly progress: StudyProgress }
  | {
      readonly phase: 'done';
      readonly study: Study;
      readonly result: StudyResult;
      /** The labels have changed since: its scores are against other ones. */
      readonly outdated: boolean;
    };

export interface StudyState {
  readonly runs: Readonly<Record<StudyKind, StudyRun>>;
  /** Begins a study; one of the same kind that still runs is cancelled. */
  readonly run: (study: Study) => void;
  readonly cancel: (kind: StudyKind) => void;
  readonly labelsChanged: () => void;
  /** Another recording begins: what was found in the last one goes. */
  readonly forget: () => void;
}

export type StudyStore = StoreApi<StudyState>;

const IDLE: StudyRun = { phase: 'idle' };
const ALL_IDLE: StudyState['runs'] = {
  experiments: IDLE,
  'heat-map': IDLE,
  suggest: IDLE,
  season: IDLE,
  train: IDLE,
};

export function createStudyStore(begin: AnalysisClient['study']): StudyStore {
  const running = new Map<StudyKind, RunningStudy>();
  return createStore<StudyState>((set, get) => {
    const setRun = (kind: StudyKind, run: StudyRun): void =>
      set({ runs: { ...get().runs, [kind]: run } });

    async function run(study: Study): Promise<void> {
      const { kind } = study;
      running.get(kind)?.cancel();
      setRun(kind, { phase: 'running', study, progress: { done: 0, best: null } });
      const mine = begin(study, (progress) => {
        if (running.get(kind) === mine) setRun(kind, { phase: 'running', study, progress });
      });
      running.set(kind, mine);
      const result = await mine.result;
      if (running.get(kind) !== mine) return;
      running.delete(kind);
      setRun(kind, { phase: 'done', study, result, outdated: false });
    }

    return {
      runs: ALL_IDLE,
      run: (study) => void run(study),
      cancel: (kind) => running.get(kind)?.cancel(),
      labelsChanged: () => {
        const { experiments, 'heat-map': heatMap, suggest, season, train } = get().runs;
        set({
          runs: {
            // Labels have no part in it.
            season,
            experiments: outdated(experiments),
            'heat-map': outdated(heatMap),
            suggest: outdated(suggest),
            train: outdated(train),
          },
        });
      },
      forget: () => {
        for (const one of running.values()) one.cancel();
        running.clear();
        set({ runs: ALL_IDLE });
      },
    };
  });
}

function outdated(run: StudyRun): StudyRun {
  return run.phase === 'done' ? { ...run, outdated: true } : run;
}
