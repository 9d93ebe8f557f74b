/** Short notices for the strip under the header: what happened, and what to do. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../board/fault.ts';
import type { ConvertedParameter } from '../detector/olderParameters.ts';

export type Notice =
  | { readonly id: number; readonly kind: 'fault'; readonly fault: Fault; readonly words: string }
  | { readonly id: number; readonly kind: 'done'; readonly sentence: string }
  /** Settings of an earlier visit that the present rules take otherwise. */
  | {
      readonly id: number;
      readonly kind: 'converted';
      readonly converted: readonly ConvertedParameter[];
    }
  /** A newer version of the page is here; `use` loads it. */
  | { readonly id: number; readonly kind: 'update'; readonly use: () => void };

const KEPT = 3;

export interface NoticeState {
  readonly notices: readonly Notice[];
  /** `words`: what the board itself said, if it did. */
  readonly reportFault: (fault: Fault, words?: string) => void;
  readonly reportDone: (sentence: string) => void;
  readonly reportConverted: (converted: readonly ConvertedParameter[]) => void;
  readonly reportUpdate: (use: () => void) => void;
  readonly dismiss: (id: number) => void;
  readonly dismissAll: () => void;
}

export type NoticeStore = StoreApi<NoticeState>;

export function createNoticeStore(): NoticeStore {
  let lastId = 0;
  return createStore<NoticeState>((set, get) => {
    const add = (notice: Notice): void => set({ notices: [...get().notices, notice].slice(-KEPT) });
    const nextId = (): number => {
      lastId += 1;
      return lastId;
    };
    return {
      notices: [],
      reportFault: (fault, words = '') => {
        // The person's own cancel is not news.
        if (fault.code !== 'cancelled') add({ id: nextId(), kind: 'fault', fault, words });
      },
      reportDone: (sentence) => add({ id: nextId(), kind: 'done', sentence }),
      reportConverted: (converted) => add({ id: nextId(), kind: 'converted', converted }),
      reportUpdate: (use) => add({ id: nextId(), kind: 'update', use }),
      dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
      dismissAll: () => set({ notices: [] }),
    };
  });
}
