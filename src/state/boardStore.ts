/** What the worker says of the board and its stream: low-rate truth, kept as it came. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Announcement } from '../analysis/client.ts';
import type {
  AnomalyEvent,
  Channel,
  ConnectionMessage,
  FitReport,
  Health,
} from '../analysis/messages.ts';
import type { Source } from '../board/source.ts';

/** What the page can open. */
export type OpenedSource =
  | Exclude<Source, { kind: 'lines' }>
  | { readonly kind: 'file'; readonly name: string };

export interface BoardState {
  /** What was opened last; null before the first. */
  readonly source: OpenedSource | null;
  readonly connection: Omit<ConnectionMessage, 'type'>;
  readonly channels: readonly Channel[];
  readonly health: Health | null;
  readonly fits: ReadonlyMap<number, FitReport>;
  /** The newest, in order of their ids, the oldest first. */
  readonly events: readonly AnomalyEvent[];
  /** How many there are in all. */
  readonly eventTotal: number;
  readonly receive: (message: Announcement) => void;
  /** A source is being opened; with another source than before, what was seen goes. */
  readonly opening: (source: OpenedSource, sameAsBefore: boolean) => void;
}

/** For the list; the worker has them all. */
const KEPT_EVENTS = 1000;

export type BoardStore = StoreApi<BoardState>;

const NOTHING_SEEN = {
  connection: { session: 0, phase: 'idle', kind: null, identity: null, fault: null },
  channels: [],
  health: null,
  fits: new Map<number, FitReport>(),
  events: [],
  eventTotal: 0,
} as const satisfies Partial<BoardState>;

export function createBoardStore(): BoardStore {
  return createStore<BoardState>((set, get) => ({
    source: null,
    ...NOTHING_SEEN,
    opening: (source, sameAsBefore) => {
      const connection = { ...get().connection, phase: 'opening', fault: null } as const;
      set(sameAsBefore ? { source, connection } : { source, ...NOTHING_SEEN, connection });
    },
    receive: (message) => {
      switch (message.type) {
        case 'connection': {
          const { type: _type, ...connection } = message;
          set({ connection });
          return;
        }
        case 'channels':
          set({ channels: message.channels });
          return;
        case 'health':
          set({ health: message.health });
          return;
        case 'fit':
          set({ fits: new Map(get().fits).set(message.channel, message.fit) });
          return;
        case 'events':
          set({
            events: message.replaceAll ? message.events : merge(get().events, message.events),
            eventTotal: message.total,
          });
          return;
        case 'judging-with':
        case 'board-parameters':
          return;
        default:
          message satisfies never;
      }
    },
  }));
}

function merge(
  known: readonly AnomalyEvent[],
  news: readonly AnomalyEvent[],
): readonly AnomalyEvent[] {
  const merged = [...known];
  for (const event of news) {
    const at = merged.findLastIndex((one) => one.id === event.id);
    if (at < 0) merged.push(event);
    else merged[at] = event;
  }
  return merged.slice(-KEPT_EVENTS);
}
