/** How much memory the history of a session may take. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MemoryChoice } from '../analysis/messages/memoryChoices.ts';

export interface MemoryState {
  readonly megabytes: MemoryChoice;
  readonly choose: (megabytes: MemoryChoice) => void;
}

export type MemoryStore = StoreApi<MemoryState>;

export function createMemoryStore(megabytes: MemoryChoice): MemoryStore {
  return createStore<MemoryState>((set) => ({
    megabytes,
    choose: (choice) => set({ megabytes: choice }),
  }));
}
