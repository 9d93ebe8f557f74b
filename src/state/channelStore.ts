/** The looks of channels, kept for each board in local storage. */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type BoardLooks,
  type ChannelLook,
  looksSchema,
  movedInOrder,
  NO_LOOKS,
  withLook,
} from './channelLooks.ts';
import type { PreferencesStorage } from './preferences.ts';

const STORAGE_KEY = 'tidemark.channels';
/** Of more boards those that were changed longest ago are forgotten. */
const MOST_BOARDS = 50;

const storedSchema = v.record(v.string(), looksSchema);

export interface ChannelLooksState {
  /** Of the board that is shown. */
  readonly looks: BoardLooks;
  /** Another board is shown, by its key. */
  readonly show: (board: string) => void;
  /** By the name that the board says; what is undefined or empty is the board's own again. */
  readonly choose: (name: string, changes: ChannelLook) => void;
  /** Up (negative) or down; `order` is what is seen now, by the names that the board says. */
  readonly move: (order: readonly string[], name: string, by: number) => void;
  /** All as the board says it. */
  readonly reset: () => void;
}

export type ChannelLooksStore = StoreApi<ChannelLooksState>;

export function createChannelLooksStore(storage: PreferencesStorage): ChannelLooksStore {
  let boards = new Map(Object.entries(readAll(storage)));
  let shown = '';

  return createStore<ChannelLooksState>((set, get) => {
    function put(looks: BoardLooks): void {
      set({ looks });
      boards.delete(shown);
      if (looks.order.length > 0 || Object.keys(looks.channels).length > 0) {
        boards.set(shown, looks);
      }
      boards = new Map([...boards].slice(-MOST_BOARDS));
      try {
        storage?.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(boards)));
      } catch {
        // Full or forbidden: they hold for this visit.
        return;
      }
    }
    return {
      looks: NO_LOOKS,
      show: (board) => {
        if (board === shown) return;
        shown = board;
        set({ looks: boards.get(board) ?? NO_LOOKS });
      },
      choose: (name, changes) => put(withLook(get().looks, name, changes)),
      move: (order, name, by) => put({ ...get().looks, order: movedInOrder(order, name, by) }),
      reset: () => put(NO_LOOKS),
    };
  });
}

function readAll(storage: PreferencesStorage): Record<string, BoardLooks> {
  try {
    const parsed = v.safeParse(storedSchema, JSON.parse(storage?.getItem(STORAGE_KEY) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
