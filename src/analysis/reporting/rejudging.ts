/**
 * The runs over the retained history when parameters change: in slices, so that other messages have
 * their turn, the newest parameters winning, and with what the page hears and sees meanwhile.
 */
import { checkChannelParameters } from '../../detector/channelParameters.ts';
import { checkParameters } from '../../detector/parameters.ts';
import type { CurrentSignal } from '../judging/currentSignal.ts';
import type { Signal } from '../judging/signal.ts';
import type { Ask } from '../messages/calls.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import type { Reports } from './reports.ts';

/** Samples judged at a time while the history is judged anew: some milliseconds of work. */
const SLICE_SAMPLES = 100_000;
/** While a slider moves, counts and fits follow this often; the plots follow every run. */
const REJUDGED_EVERY_MS = 200;
/** The list of events follows when the slider has rested this long: it is long, and drawn late. */
const EVENTS_AFTER_MS = 300;

export interface Rejudging {
  /** Puts settings in force, if they are good ones. */
  judgeWith(next: JudgingSettings): void;
  /** A view of half a run would flicker: it waits for the end of it, or for the next tick. */
  view(asked: Ask<'view'>): void;
  tick(): void;
}

export function createRejudging(around: {
  readonly nowMs: () => number;
  /** Runs `task` after other messages had their turn. */
  readonly later: (task: () => void) => void;
  readonly signal: CurrentSignal;
  readonly reports: Reports;
  /** Other settings are in force. */
  readonly changed: (settings: JudgingSettings) => void;
}): Rejudging {
  const { nowMs, later, signal, reports } = around;
  let running = false;
  /** A run has ended whose outcome the page does not know yet. */
  let ended = false;
  let lastPostedMs = 0;
  let lastChangeMs = 0;
  let heldView: Ask<'view'> | null = null;

  /**
   * Judges the history anew. A change on the way waits for the end of the run, and of several only
   * the newest is run: a slider in motion always gets something to show.
   */
  function run(): void {
    const of = signal.get();
    if (!of) return;
    running = true;
    of.judgeWith(signal.settingsInForce());
    runSlice(of);
  }

  function runSlice(of: Signal): void {
    const current = signal.get();
    if (of === current && !of.advance(SLICE_SAMPLES)) {
      later(() => runSlice(of));
      return;
    }
    running = false;
    ended = true;
    reports.eventsReplaced();
    answerHeldView();
    if (nowMs() - lastPostedMs >= REJUDGED_EVERY_MS) postOutcome();
    if (current?.isOutdated(signal.settingsInForce())) later(run);
  }

  /** What a run has changed. */
  function postOutcome(): void {
    const of = signal.get();
    if (!of) return;
    ended = false;
    lastPostedMs = nowMs();
    reports.forgetFits();
    reports.fits(of);
    reports.health();
  }

  function answerHeldView(): void {
    const held = heldView;
    heldView = null;
    if (held) reports.view(held);
  }

  return {
    judgeWith(next) {
      if (checkParameters(next.parameters) !== null) return;
      if (Object.values(next.own).some((own) => checkChannelParameters(own) !== null)) return;
      signal.putInForce(next);
      lastChangeMs = nowMs();
      around.changed(next);
      if (!running) run();
    },
    view(asked) {
      if (running) heldView = asked;
      else reports.view(asked);
    },
    tick() {
      answerHeldView();
      const of = signal.get();
      if (!of || running) return;
      // R has become known, or is another.
      if (of.isOutdated(signal.settingsInForce())) {
        run();
        return;
      }
      if (ended) postOutcome();
      reports.fits(of);
      reports.events(of, nowMs() - lastChangeMs >= EVENTS_AFTER_MS);
    },
  };
}
