/** What the person is looking at: window, paused or live, channels, axes, cursors, panels. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnomalyEvent } from '../analysis/messages/findings.ts';
import type { Pointed, Span, ViewRange } from '../analysis/messages/viewMessages.ts';

export const WINDOW_CHOICES = ['10 s', '30 s', '2 min', '10 min', '1 h', 'all'] as const;
export type WindowChoice = (typeof WINDOW_CHOICES)[number];

const WINDOW_MS: Readonly<Record<Exclude<WindowChoice, 'all'>, number>> = {
  '10 s': 10_000,
  '30 s': 30_000,
  '2 min': 120_000,
  '10 min': 600_000,
  '1 h': 3_600_000,
};

/** Channels one above the other, or all in one plot. */
export const PLOT_LAYOUTS = ['stacked', 'overlaid'] as const;
export type PlotLayout = (typeof PLOT_LAYOUTS)[number];

/** What the panel of the fit shows. */
export const FIT_TABS = ['Why', 'CDF', 'Paper', 'GEV', 'Season'] as const;
export type FitTab = (typeof FIT_TABS)[number];

/** The parts of the screen, each of which can fill it. */
export const PANEL_NAMES = ['signal', 'lower', 'detector', 'fit'] as const;
export type PanelName = (typeof PANEL_NAMES)[number];

/** What the panel below the signal shows. */
export const LOWER_TABS = ['anomalies', 'experiments', 'tuning', 'names', 'console'] as const;
export type LowerTab = (typeof LOWER_TABS)[number];

/** What lies over the panels when it is asked for. */
export type Overlay = 'commands' | 'keys' | 'tables' | 'share' | 'sketch' | 'parameters';

/** Plots whose numbers can be read as a table. */
export const TABLES = ['signal', 'session', 'fit'] as const;
export type TableName = (typeof TABLES)[number];

/** Which event was chosen: judged anew it may have another id, and other ends. */
export type ChosenEvent = Pick<AnomalyEvent, 'channel' | 'fromMs' | 'toMs'>;

/** Limits of a y axis that the person typed. */
export interface YLimits {
  readonly min: number;
  readonly max: number;
}

export type CursorName = 'a' | 'b';
/** Where the two cursors stand, ms; null = not set. */
export type Cursors = Readonly<Record<CursorName, number | null>>;

export interface ViewState {
  readonly window: WindowChoice;
  /** A range that stands still; null = live. */
  readonly fixed: Span | null;
  readonly layout: PlotLayout;
  /** By channel; the others follow their signal. */
  readonly yLocks: ReadonlyMap<number, YLimits>;
  readonly cursors: Cursors;
  /** Where the pointer is over the plots; null = elsewhere. */
  readonly pointed: Pointed | null;
  readonly fitTab: FitTab;
  /** The channel whose fit is shown. */
  readonly fitChannel: number;
  /** Of what `Why` tells; null before the first choice. */
  readonly chosen: ChosenEvent | null;
  readonly lowerTab: LowerTab;
  /** The panel that fills the screen; null = all share it. */
  readonly maximised: PanelName | null;
  /** The panel that something elsewhere led to last; it comes into sight. */
  readonly sought: { readonly panel: PanelName } | null;
  readonly overlay: Overlay | null;
  /** Only signal, fit and the last anomaly, in large letters. */
  readonly presenting: boolean;
  /** A window of its own, for a projector, in which the same is shown; null = none. */
  readonly second: Window | null;
  /** The table that is shown while tables are asked for. */
  readonly table: TableName;
  readonly chooseWindow: (window: WindowChoice) => void;
  /** Stands still on a range. */
  readonly fix: (range: Span) => void;
  readonly goLive: () => void;
  /** Tells why, and leaves the signal where it is. */
  readonly choose: (event: ChosenEvent) => void;
  /** Stands still around an event, wide enough to see it in its surroundings, and tells why. */
  readonly jumpTo: (event: ChosenEvent) => void;
  readonly chooseLayout: (layout: PlotLayout) => void;
  /** `null` lets the axis follow its signal again. */
  readonly lockY: (channel: number, limits: YLimits | null) => void;
  readonly placeCursor: (name: CursorName, timeMs: number | null) => void;
  readonly removeCursors: () => void;
  readonly point: (at: Pointed | null) => void;
  readonly chooseFitTab: (tab: FitTab) => void;
  readonly chooseFitChannel: (channel: number) => void;
  /** Another board: nothing that belonged to the channels of the last is left. */
  readonly forgetChannels: () => void;
  readonly chooseLowerTab: (tab: LowerTab) => void;
  /** `null` gives every panel its place again. */
  readonly maximise: (panel: PanelName | null) => void;
  /** Brings a panel into sight, wherever the page has it: from the keyboard, a notice, another panel. */
  readonly seek: (panel: PanelName) => void;
  readonly showOverlay: (overlay: Overlay | null) => void;
  readonly showTable: (table: TableName) => void;
  readonly present: (on: boolean) => void;
  readonly showIn: (second: Window | null) => void;
}

export type ViewStore = StoreApi<ViewState>;

const NO_CURSORS: Cursors = { a: null, b: null };

export function createViewStore(window: WindowChoice, layout: PlotLayout = 'stacked'): ViewStore {
  return createStore<ViewState>((set, get) => ({
    window,
    fixed: null,
    layout,
    yLocks: new Map(),
    cursors: NO_CURSORS,
    pointed: null,
    fitTab: 'CDF',
    fitChannel: 0,
    chosen: null,
    lowerTab: 'anomalies',
    maximised: null,
    sought: null,
    overlay: null,
    presenting: false,
    second: null,
    table: 'signal',
    chooseWindow: (choice) => set({ window: choice, fixed: null }),
    fix: (range) => set({ fixed: { fromMs: range.fromMs, toMs: range.toMs } }),
    goLive: () => set({ fixed: null }),
    choose: ({ channel, fromMs, toMs }) =>
      set({ fitTab: 'Why', fitChannel: channel, chosen: { channel, fromMs, toMs } }),
    jumpTo: (event) => {
      const { window: choice } = get();
      const duration = event.toMs - event.fromMs;
      const wanted = choice === 'all' ? WINDOW_MS['2 min'] : WINDOW_MS[choice];
      const half = Math.max(wanted, 1.5 * duration) / 2;
      const middle = event.fromMs + duration / 2;
      set({ fixed: { fromMs: middle - half, toMs: middle + half } });
      get().choose(event);
    },
    chooseLayout: (choice) => set({ layout: choice }),
    lockY: (channel, limits) => {
      const yLocks = new Map(get().yLocks);
      if (limits) yLocks.set(channel, { min: limits.min, max: limits.max });
      else yLocks.delete(channel);
      set({ yLocks });
    },
    placeCursor: (name, timeMs) => set({ cursors: { ...get().cursors, [name]: timeMs } }),
    removeCursors: () => set({ cursors: NO_CURSORS }),
    point: (at) => set({ pointed: at }),
    chooseFitTab: (tab) => set({ fitTab: tab }),
    chooseFitChannel: (channel) => set({ fitChannel: channel }),
    forgetChannels: () =>
      set({
        yLocks: new Map(),
        cursors: NO_CURSORS,
        fitChannel: 0,
        chosen: null,
      }),
    chooseLowerTab: (tab) => set({ lowerTab: tab }),
    maximise: (panel) => set({ maximised: panel }),
    seek: (panel) =>
      set(({ maximised }) => ({
        sought: { panel },
        // Another that fills the screen would lie over it.
        maximised: maximised === panel ? panel : null,
      })),
    showOverlay: (overlay) => set({ overlay }),
    showTable: (table) => set({ overlay: 'tables', table }),
    present: (on) => set({ presenting: on }),
    showIn: (second) => set({ second }),
  }));
}

/** The event that is the chosen one now; undefined when there is none any more. */
export function chosenAmong(
  events: readonly AnomalyEvent[],
  chosen: ChosenEvent | null,
): AnomalyEvent | undefined {
  if (!chosen) return undefined;
  return events.findLast(
    ({ channel, fromMs, toMs }) =>
      channel === chosen.channel && fromMs <= chosen.toMs && toMs >= chosen.fromMs,
  );
}

/** So many events behind the chosen one in time, before it when negative; from none, the newest. */
export function neighbourOf(
  events: readonly AnomalyEvent[],
  chosen: ChosenEvent | null,
  step: number,
): AnomalyEvent | undefined {
  const at = chosenAmong(events, chosen);
  return at ? events[events.indexOf(at) + step] : events.at(-1);
}

/** The choice whose length is on screen; null: a range of another length, such as one dragged out. */
export function windowOnScreen({
  window,
  fixed,
}: Pick<ViewState, 'window' | 'fixed'>): WindowChoice | null {
  if (!fixed) return window;
  const length = fixed.toMs - fixed.fromMs;
  // Moves round to less than a thousandth.
  return (
    WINDOW_CHOICES.find(
      (choice) => choice !== 'all' && Math.abs(length / WINDOW_MS[choice] - 1) <= 1 / 1000,
    ) ?? null
  );
}

/** The range to ask the worker for. */
export function rangeOf(state: Pick<ViewState, 'window' | 'fixed'>): ViewRange {
  if (state.fixed) return { kind: 'fixed', ...state.fixed };
  if (state.window === 'all') return { kind: 'all' };
  return { kind: 'live', windowMs: WINDOW_MS[state.window] };
}
