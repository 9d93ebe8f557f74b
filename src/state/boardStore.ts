/** What the worker says of the board and its stream: low-rate truth, kept as it came. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Announcement } from '../analysis/client/client.ts';
import { NOT_CONNECTED } from '../analysis/messages/connectionState.ts';
import type {
  AnomalyEvent,
  Channel,
  EventCounts,
  FitReport,
  Health,
} from '../analysis/messages/findings.ts';
import type { ConvertedFromRules2, LearningReport } from '../analysis/messages/judgingMessages.ts';
import type { ConnectionMessage } from '../analysis/messages/messages.ts';
import type { BoardEventName } from '../analysis/messages/modelMessages.ts';
import { NO_SKETCH, type SketchReport } from '../analysis/messages/sketchMessages.ts';
import type { PortChoice } from '../board/boardSearch.ts';
import { natureOf } from '../board/connectionPhases.ts';
import type { Fault } from '../board/fault.ts';
import type { Source } from '../board/source.ts';
import type { Injection } from '../board/virtualMachines.ts';
import { type BoardLooks, dressed, NO_LOOKS, type ShownChannel } from './channelLooks.ts';
import { withNews } from './knownEvents.ts';

export interface BoardState {
  /** What was opened last; null before the first. */
  readonly source: Source | null;
  readonly connection: Omit<ConnectionMessage, 'type'>;
  /** As the person wants them shown. */
  readonly channels: readonly ShownChannel[];
  readonly health: Health | null;
  /** What is to be told of the lines of another sketch. */
  readonly sketch: SketchReport;
  readonly fits: ReadonlyMap<number, FitReport>;
  /** How far each channel has learned; told with its fit. */
  readonly learning: ReadonlyMap<number, LearningReport>;
  /** In the order of time, the newest; after a what-if those that are older follow piece by piece. */
  readonly events: readonly AnomalyEvent[];
  /** How many there are in all, and how many of them are not to be had any more. */
  readonly eventCounts: EventCounts;
  /** What the board calls events, by their ids. */
  readonly boardNames: ReadonlyMap<number, BoardEventName>;
  /** The board said its parameters under rules 2: what they mean now. Null when it did not. */
  readonly older: ConvertedFromRules2 | null;
  /** What the person did to the virtual machine last, and how often so far; null before. */
  readonly injected: {
    readonly injection: Injection;
    readonly times: number;
    /** Id of the newest event that was known then; −1 = none. */
    readonly newestEvent: number;
    /** Wall clock, ms since the epoch. */
    readonly atMs: number;
  } | null;
  readonly inject: (injection: Injection, atMs: number) => void;
  readonly receive: (message: Announcement) => void;
  /** The person wants the channels to look like this. */
  readonly dress: (looks: BoardLooks) => void;
  /** The browser's picker opens, or has closed without a port. */
  readonly asking: (isOpen: boolean) => void;
  /** Boards alike of which the lost one may be any, where the page looks for it; empty: no more. */
  readonly offering: (choices: readonly PortChoice[]) => void;
  /** A source is being opened; with another source than before, what was seen goes. */
  readonly opening: (source: Source, sameAsBefore: boolean) => void;
}

/** The channels as told now; those that are as before stay the same objects, so that nothing is drawn anew for them. */
function withKnown(
  before: readonly ShownChannel[],
  now: readonly ShownChannel[],
): readonly ShownChannel[] {
  return now.map((channel, at) => {
    const known = before[at];
    const names = Object.keys(channel) as (keyof ShownChannel)[];
    return known && names.every((name) => known[name] === channel[name]) ? known : channel;
  });
}

/** As many as the worker keeps. */
const KEPT_EVENTS = 100_000;
const KEPT_NAMES = 20_000;

export type BoardStore = StoreApi<BoardState>;

type Connection = BoardState['connection'];

const NOTHING_SEEN: Omit<
  BoardState,
  'source' | 'receive' | 'inject' | 'dress' | 'asking' | 'offering' | 'opening'
> = {
  connection: NOT_CONNECTED,
  channels: [],
  older: null,
  injected: null,
  health: null,
  sketch: NO_SKETCH,
  fits: new Map<number, FitReport>(),
  learning: new Map<number, LearningReport>(),
  events: [],
  boardNames: new Map<number, BoardEventName>(),
  eventCounts: { total: 0, givenUp: 0, judgedBefore: 0, alone: 0 },
};

/** `serialFault`: why serial ports cannot be used here; null when they can. */
export function createBoardStore(serialFault: Fault | null): BoardStore {
  /** What the picker has covered; null while it is closed. */
  let beforeAsking: Connection | null = null;
  /** What the page asks; the worker, which knows nothing of it, goes on to tell of the connection. */
  let offered: readonly PortChoice[] = [];
  let told: readonly Channel[] = [];
  let looks = NO_LOOKS;
  /** Where nothing can be connected to, to be idle is to be unsupported. */
  const resting = (connection: Connection): Connection =>
    serialFault && connection.phase === 'idle'
      ? { ...connection, phase: 'unsupported', fault: serialFault }
      : connection;
  return createStore<BoardState>((set, get) => {
    const shown = () =>
      withKnown(
        get().channels,
        told.map((one, at) => dressed(one, at, looks)),
      );
    return {
      source: null,
      ...NOTHING_SEEN,
      connection: resting(NOTHING_SEEN.connection),
      asking: (isOpen) => {
        const { connection } = get();
        if (isOpen && natureOf(connection.phase) === 'resting') {
          beforeAsking = connection;
          set({ connection: { ...connection, phase: 'asking', fault: null } });
        } else if (!isOpen && beforeAsking) {
          if (connection.phase === 'asking') set({ connection: beforeAsking });
          beforeAsking = null;
        }
      },
      offering: (choices) => {
        offered = choices;
        set({ connection: { ...get().connection, choices } });
      },
      opening: (source, sameAsBefore) => {
        const connection = { ...get().connection, phase: 'opening', fault: null } as const;
        if (!sameAsBefore) told = [];
        set(sameAsBefore ? { source, connection } : { source, ...NOTHING_SEEN, connection });
      },
      inject: (injection, atMs) => {
        const times = (get().injected?.times ?? 0) + 1;
        const newestEvent = get().events.reduce((most, { id }) => Math.max(most, id), -1);
        set({ injected: { injection, times, newestEvent, atMs } });
      },
      dress: (wanted) => {
        looks = wanted;
        set({ channels: shown() });
      },
      receive: (message) => {
        switch (message.type) {
          case 'connection': {
            const { type: _type, ...connection } = message;
            const choices = offered.length > 0 ? offered : connection.choices;
            set({ connection: resting({ ...connection, choices }) });
            return;
          }
          case 'channels':
            told = message.channels;
            set({ channels: shown() });
            return;
          case 'health':
            set({ health: message.health });
            return;
          case 'sketch':
            set({ sketch: message.sketch });
            return;
          case 'fit':
            set({
              fits: new Map(get().fits).set(message.channel, message.fit),
              learning: new Map(get().learning).set(message.channel, message.learning),
            });
            return;
          case 'events':
            set({
              events: withNews(message.replaceAll ? [] : get().events, message.events, KEPT_EVENTS),
              eventCounts: message.counts,
            });
            return;
          case 'board-names': {
            const before = message.replaceAll ? [] : get().boardNames;
            const named = message.names.map((one) => [one.event, one] as const);
            set({ boardNames: new Map([...before, ...named].slice(-KEPT_NAMES)) });
            return;
          }
          case 'board-parameters':
            set({ older: message.older });
            return;
          case 'event-names':
          case 'judging-with':
          case 'recording':
          case 'replay':
            return;
          default:
            message satisfies never;
        }
      },
    };
  });
}
