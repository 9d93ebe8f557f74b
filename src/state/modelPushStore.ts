/** The way of a model to the board, or of the one there off it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { ModelOutcome, ModelProgress } from '../analysis/messages/modelMessages.ts';

export type ModelPush =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly progress: ModelProgress | null }
  | { readonly phase: 'ended'; readonly outcome: ModelOutcome };

export interface ModelPushState {
  readonly run: ModelPush;
  /** The text of a model's file; null takes the one on the board off. One at a time. */
  readonly push: (text: string | null) => Promise<void>;
  readonly cancel: () => void;
}

export type ModelPushStore = StoreApi<ModelPushState>;

export function createModelPushStore(begin: AnalysisClient['pushModel']): ModelPushStore {
  let cancel: () => void = () => undefined;
  return createStore<ModelPushState>((set, get) => ({
    run: { phase: 'idle' },
    push: async (text) => {
      if (get().run.phase === 'sending') return;
      set({ run: { phase: 'sending', progress: null } });
      const call = begin(text, (progress) => set({ run: { phase: 'sending', progress } }));
      cancel = call.cancel;
      const end = await call.end;
      const outcome: ModelOutcome =
        end.kind === 'done'
          ? end.result
          : { kind: 'failed', why: 'no-answer', words: '', onBoard: undefined };
      set({ run: { phase: 'ended', outcome } });
    },
    cancel: () => cancel(),
  }));
}
