/** How the next port is opened. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BaudRate } from '../board/lineDiscipline.ts';

export interface LineState {
  readonly baudRate: BaudRate;
}

export type LineStore = StoreApi<LineState>;

export function createLineStore(baudRate: BaudRate): LineStore {
  return createStore<LineState>(() => ({ baudRate }));
}
