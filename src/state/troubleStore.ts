/** The help for boards that do not work: whether it is open, and on which page. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FaultCode } from '../board/fault.ts';

/** What the person saw when asking for help. */
export type TroubleTopic = FaultCode | 'not-listed' | 'silent' | 'garbage';

export interface TroubleState {
  /** Null while the help is closed. */
  readonly topic: TroubleTopic | null;
  readonly ask: (topic: TroubleTopic) => void;
  readonly close: () => void;
}

export type TroubleStore = StoreApi<TroubleState>;

export function createTroubleStore(): TroubleStore {
  return createStore<TroubleState>((set) => ({
    topic: null,
    ask: (topic) => set({ topic }),
    close: () => set({ topic: null }),
  }));
}
