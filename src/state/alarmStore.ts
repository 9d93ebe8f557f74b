/** The alarms that are new to the person, how they are told, and what was done about them: one owner. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AlarmAct, Stretch } from '../alarms/act.ts';
import { type AlarmBook, bookOf, EMPTY_BOOK, withAct } from '../alarms/alarmBook.ts';
import { alarmSentence, type SpokenAlarm } from '../alarms/alarmWords.ts';
import {
  acknowledged,
  type Latch,
  latched,
  mayTell,
  NOTHING_LATCHED,
  told,
} from '../alarms/latch.ts';
import type { AlarmOutlets, OutletRefusal } from '../alarms/outlets.ts';
import type { AnomalyEvent } from '../analysis/messages/findings.ts';
import {
  type AlarmSwitch,
  type AlarmSwitches,
  keepSwitches,
  readSwitches,
} from './alarmSwitches.ts';
import type { PreferencesStorage } from './preferences.ts';

export interface AlarmState {
  readonly latch: Latch;
  readonly book: AlarmBook;
  /** What the person did last, not what came from a recording; empty before the first. */
  readonly did: readonly AlarmAct[];
  readonly switches: AlarmSwitches;
  /** Why a switch could not be put on; null when nothing was refused. */
  readonly refusal: OutletRefusal | null;
  /** What was told last; empty before the first. */
  readonly sentence: string;
  /** Events that were raised as their samples came, and what each channel is called. */
  readonly raised: (events: readonly AnomalyEvent[], nameOf: (channel: number) => string) => void;
  /** Time has passed: what waits for its turn is told. */
  readonly tick: () => void;
  readonly acknowledge: (stretches: readonly Stretch[]) => void;
  /** Everything up to this moment. */
  readonly acknowledgeAll: (upToMs: number) => void;
  readonly shelve: (channel: number, forMs: number, reason: string) => void;
  readonly unshelve: (channel: number) => void;
  readonly note: (stretch: Stretch, text: string) => void;
  readonly switchTo: (name: AlarmSwitch, on: boolean) => Promise<void>;
  /** What stands in the recording that is played back. */
  readonly restore: (acts: readonly AlarmAct[]) => void;
  /** Another board: nothing of the last is told any more. */
  readonly forget: () => void;
}

export type AlarmStore = StoreApi<AlarmState>;

export function createAlarmStore(around: {
  readonly outlets: AlarmOutlets;
  readonly storage: PreferencesStorage;
  readonly nowMs: () => number;
  /** Hears of what the person does, not of what comes from a recording. */
  readonly done: (acts: readonly AlarmAct[]) => void;
}): AlarmStore {
  const { outlets, storage, nowMs } = around;
  let newest: SpokenAlarm | null = null;

  return createStore<AlarmState>((set, get) => {
    function put(latch: Latch): void {
      const before = get().latch;
      if (latch.alarms.length !== before.alarms.length) outlets.count(latch.alarms.length);
      set({ latch });
    }

    function act(acts: readonly AlarmAct[]): void {
      if (acts.length === 0) return;
      set({ book: acts.reduce(withAct, get().book), did: acts });
      put(acknowledged(get().latch, get().book));
      around.done(acts);
    }

    function tick(): void {
      const { latch, switches } = get();
      const now = nowMs();
      if (!newest || !mayTell(latch, now)) return;
      const sentence = alarmSentence(newest, latch.untold);
      set({ sentence });
      put(told(latch, now));
      if (switches.muted) return;
      if (switches.sound) outlets.sound();
      if (switches.notification) outlets.notify(sentence);
    }

    function choose(changes: Partial<AlarmSwitches>): void {
      const switches = { ...get().switches, ...changes };
      keepSwitches(storage, switches);
      set({ switches });
    }

    async function switchTo(name: AlarmSwitch, on: boolean): Promise<void> {
      set({ refusal: null });
      if (name === 'muted') {
        choose({ muted: on });
        return;
      }
      const isWorking = name === 'awake' ? outlets.keepAwake(on) : on && outlets.prepare(name);
      const refusal = (await isWorking) || null;
      choose({ [name]: on && refusal === null });
      set({ refusal });
    }

    const stored = readSwitches(storage);
    // Nobody is asked at the start: what the browser wants a click for waits for one.
    if (stored.awake) void outlets.keepAwake(true);
    return {
      latch: NOTHING_LATCHED,
      book: EMPTY_BOOK,
      did: [],
      switches: stored,
      refusal: null,
      sentence: '',
      raised: (events, nameOf) => {
        const latch = latched(get().latch, events, get().book);
        const last = events.at(-1);
        if (last && latch.untold > get().latch.untold) {
          const { channel, peakDeviation: deviation, cause, fromMs: timeMs } = last;
          newest = { channel: nameOf(channel), deviation, cause, timeMs };
        }
        if (latch !== get().latch) put(latch);
        tick();
      },
      tick,
      acknowledge: (stretches) =>
        act(
          stretches.map(({ channel, fromMs, toMs }) => ({
            kind: 'acknowledge',
            atMs: nowMs(),
            channel,
            fromMs,
            toMs,
          })),
        ),
      acknowledgeAll: (upToMs) => act([{ kind: 'acknowledge-all', atMs: nowMs(), upToMs }]),
      shelve: (channel, forMs, reason) => {
        const atMs = nowMs();
        act([{ kind: 'shelve', atMs, channel, untilMs: atMs + forMs, reason }]);
      },
      unshelve: (channel) => act([{ kind: 'unshelve', atMs: nowMs(), channel }]),
      note: ({ channel, fromMs, toMs }, text) =>
        act([{ kind: 'note', atMs: nowMs(), channel, fromMs, toMs, text }]),
      switchTo,
      restore: (acts) => {
        set({ book: bookOf(acts) });
        put(acknowledged(get().latch, get().book));
      },
      forget: () => {
        newest = null;
        set({ book: EMPTY_BOOK, sentence: '' });
        put(NOTHING_LATCHED);
      },
    };
  });
}
