/** What of the list of anomalies is shown, in which order, and which rows are chosen for an act. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnomalyEvent } from '../analysis/messages/findings.ts';

export const EVENT_KINDS = ['alarm', 'collective', 'drift', 'rhythm'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const STANDINGS = ['new', 'acknowledged', 'noted'] as const;
export type Standing = (typeof STANDINGS)[number];

/** No class is called so. */
export const UNNAMED = '';

/** Null lets everything through. */
export interface ListFilter {
  readonly channel: number | null;
  readonly kind: EventKind | null;
  readonly by: AnomalyEvent['by'] | null;
  readonly standing: Standing | null;
  /** What the list calls an event; `UNNAMED`: those without a name. */
  readonly named: string | null;
  readonly inViewOnly: boolean;
}

export const SORT_KEYS = ['time', 'channel', 'deviation', 'outliers'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface ListSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export interface ListState {
  readonly filter: ListFilter;
  readonly sort: ListSort;
  /** Ids of the rows that an act is for. */
  readonly marked: ReadonlySet<number>;
  readonly filterBy: (changes: Partial<ListFilter>) => void;
  /** The other way round when it is sorted so already. */
  readonly sortBy: (key: SortKey) => void;
  readonly mark: (ids: Iterable<number>) => void;
  readonly toggleMark: (id: number) => void;
  /** Another board: its channels are others. */
  readonly forget: () => void;
}

export type ListStore = StoreApi<ListState>;

export const NO_FILTER: ListFilter = {
  channel: null,
  kind: null,
  by: null,
  standing: null,
  named: null,
  inViewOnly: false,
};

const NEWEST_FIRST: ListSort = { key: 'time', descending: true };

export function createListStore(): ListStore {
  return createStore<ListState>((set, get) => ({
    filter: NO_FILTER,
    sort: NEWEST_FIRST,
    marked: new Set(),
    filterBy: (changes) => set({ filter: { ...get().filter, ...changes } }),
    sortBy: (key) => {
      const { sort } = get();
      const descending = sort.key === key ? !sort.descending : key !== 'channel';
      set({ sort: { key, descending } });
    },
    mark: (ids) => set({ marked: new Set(ids) }),
    toggleMark: (id) => {
      const marked = new Set(get().marked);
      if (!marked.delete(id)) marked.add(id);
      set({ marked });
    },
    forget: () => set({ filter: NO_FILTER, marked: new Set() }),
  }));
}
