/** What the page hears of a signal unasked: events, fits, health. */
import { NO_LINK_ERRORS } from '../../board/link.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { FILE_SENSOR } from '../../history/csv/sampleLines.ts';
import type { ConnectionFacts, LinkHealth } from '../connection/connectionFacts.ts';
import { fitReport, learningReport } from '../judging/fitReport.ts';
import { parametersOf } from '../judging/judgedBy.ts';
import { retentionOf } from '../judging/retention.ts';
import type { Signal } from '../judging/signal.ts';
import type { Ask } from '../messages/calls.ts';
import { NOT_CONNECTED } from '../messages/connectionState.ts';
import type { Health } from '../messages/findings.ts';
import type { FromWorker } from '../messages/messages.ts';
import { NO_SKETCH } from '../messages/sketchMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import { buffersOf, emptyView, viewOf, type Waiting } from './view.ts';

const HEALTH_EVERY_MS = 1000;
/** Events that the page is told of at a time: more would hold up its frames. */
const EVENTS_AT_A_TIME = 2000;
const NO_EVENTS = { total: 0, givenUp: 0, judgedBefore: 0, alone: 0 };
const NO_TALLY = { outliers: 0, alarms: 0, collective: 0 };
const HEALTHY_LINK: LinkHealth = {
  invalidLines: 0,
  lineErrors: NO_LINK_ERRORS,
  signalsRefused: false,
};

export interface Reports {
  /** The connection has entered a state. */
  connected(connection: ConnectionFacts): void;
  /** What the board uses; null when that is not known any more. */
  boardParameters(parameters: Parameters | null, of?: Signal): void;
  /** Samples go to this signal from here on: everything of it, as to somebody who knows nothing. */
  begun(signal: Signal): void;
  /** It has more channels from here on; the page hears of it with the next tick. */
  grown(): void;
  /** No signal is shown until the next begins. */
  ended(): void;
  view(asked: Ask<'view'>): void;
  /** A run over the history has made other events; the page has the old ones. */
  eventsReplaced(): void;
  /** Events that are new or have grown; after a run, all of them, once `resting`. */
  events(signal: Signal, resting: boolean): void;
  /** The fits that are new since the last time. */
  fits(signal: Signal): void;
  /** From here on all fits are new. */
  forgetFits(): void;
  health(): void;
  /** More channels, and what is to be told of a sketch's lines, if that has changed. */
  news(): void;
  /** Health, if a second has passed. */
  healthInTime(): void;
}

export function createReports(around: {
  readonly post: (message: FromWorker, transfer?: ArrayBuffer[]) => void;
  readonly signal: () => Signal | null;
  readonly labels: () => readonly Label[];
  readonly nowMs: () => number;
}): Reports {
  const { post, nowMs } = around;
  let connection: ConnectionFacts | null = null;
  let lastHealthMs = 0;
  /** How far each channel's learning was when it was last posted. */
  let postedProgress: number[] = [];
  let replaced = false;
  let postedChannels = 0;
  let postedNames = 0;
  let hasGrown = false;
  let postedSketch = NO_SKETCH;

  const stateNow = () => connection?.state() ?? NOT_CONNECTED;

  function allEvents({ judging }: Signal): void {
    const events = judging.events;
    replaced = false;
    events.tellAnew();
    const newest = events.takeChanged(EVENTS_AT_A_TIME);
    post({ type: 'events', replaceAll: true, events: newest, counts: events.counts() });
  }

  function changedEvents({ judging }: Signal): void {
    const events = judging.events;
    const changed = events.takeChanged(EVENTS_AT_A_TIME);
    if (changed.length === 0) return;
    post({ type: 'events', replaceAll: false, events: changed, counts: events.counts() });
  }

  function boardNames({ boardNames: its }: Signal, replaceAll: boolean): void {
    const names = its.since(replaceAll ? 0 : postedNames);
    postedNames = its.total();
    if (replaceAll || names.length > 0) post({ type: 'board-names', replaceAll, names });
  }

  /** A replay is late with nothing, and whoever has disconnected waits for nothing. */
  function waiting(): Waiting {
    const { phase } = stateNow();
    const hasLink = phase === 'streaming' || phase === 'silent';
    const isOver = connection?.player() || !(hasLink || phase === 'reconnecting');
    const since = isOver ? null : (connection?.sinceLastSampleMs() ?? null);
    return { sinceLastSampleMs: since, hasLink };
  }

  function health(): Health {
    const signal = around.signal();
    const labels = around.labels();
    const found = signal?.tally() ?? { overMs: 0, browser: NO_TALLY, board: NO_TALLY };
    const { kind, identity } = stateNow();
    // Of a file that was read only the samples are a board's.
    const boardJudges = kind === 'tidemark' && identity?.sensor !== FILE_SENSOR;
    return {
      falseAlarms: signal?.falseAlarms() ?? null,
      skipped: signal?.leftOut() ?? null,
      ...(signal?.counts() ?? { samples: 0, lost: 0, invalidValues: 0, otherBoards: 0 }),
      rateHz: signal?.rateHz() ?? 0,
      ...(connection?.linkHealth() ?? HEALTHY_LINK),
      sinceLastSampleMs: connection?.sinceLastSampleMs() ?? null,
      found: boardJudges ? found : { ...found, board: null },
      scores: signal && labels.length > 0 ? signal.scores(labels) : null,
      agreement: signal && boardJudges ? signal.agreement() : null,
      retention: retentionOf(signal?.judging.history ?? null),
    };
  }

  function postHealth(): void {
    lastHealthMs = nowMs();
    post({ type: 'health', session: stateNow().session, health: health() });
  }

  return {
    connected(now) {
      connection = now;
      post({ type: 'connection', ...now.state() });
      postHealth();
    },
    boardParameters(parameters, of) {
      const converted = of?.boardConverted() ?? null;
      post({
        type: 'board-parameters',
        session: stateNow().session,
        parameters,
        own: of?.boardOwn() ?? {},
        older: converted && { from: 'board', converted },
      });
    },
    begun(signal) {
      // The page may have cleared its lists for this board; what is still known goes there again.
      postedProgress = [];
      post({ type: 'channels', session: stateNow().session, channels: signal.allChannels() });
      postedChannels = signal.allChannels().length;
      allEvents(signal);
      boardNames(signal, true);
      hasGrown = false;
    },
    grown() {
      hasGrown = true;
    },
    ended() {
      postedProgress = [];
      hasGrown = false;
      post({ type: 'channels', session: stateNow().session, channels: [] });
      post({ type: 'events', replaceAll: true, events: [], counts: NO_EVENTS });
      post({ type: 'board-names', replaceAll: true, names: [] });
    },
    news() {
      const { session } = stateNow();
      const signal = around.signal();
      if (hasGrown && signal) post({ type: 'channels', session, channels: signal.allChannels() });
      hasGrown = false;
      if (signal) boardNames(signal, false);
      const sketch = connection?.sketch() ?? NO_SKETCH;
      if (sketch === postedSketch) return;
      postedSketch = sketch;
      post({ type: 'sketch', session, sketch });
    },
    view({ request, range, widthPx, pointed }) {
      const signal = around.signal();
      const isEmpty = !signal || signal.judging.history.end === 0;
      const view = isEmpty
        ? emptyView(nowMs())
        : viewOf(signal, range, widthPx, waiting(), pointed);
      post({ type: 'done', call: 'view', request, result: view }, buffersOf(view));
    },
    eventsReplaced() {
      replaced = true;
      const signal = around.signal();
      if (!signal || signal.allChannels().length === postedChannels) return;
      // The channels together have come, or gone.
      postedChannels = signal.allChannels().length;
      const channels = signal.allChannels();
      post({ type: 'channels', session: stateNow().session, channels });
    },
    events(signal, resting) {
      if (!replaced) changedEvents(signal);
      else if (resting) allEvents(signal);
    },
    fits(signal) {
      for (let channel = 0; channel < signal.allChannels().length; channel++) {
        const place = signal.placeOf(channel);
        const detector = place?.judging.detectors[place.channel];
        const parameters = place && parametersOf(place.judging.by(), place.channel);
        if (!place || !detector || !parameters) continue;
        // Before the first fit each new maximum is news, too.
        const progress = detector.fitted ? detector.fits : -1 - detector.maxima.total;
        if (postedProgress[channel] === progress) continue;
        postedProgress[channel] = progress;
        const recent = { history: place.judging.history, channel: place.channel };
        post({
          type: 'fit',
          channel,
          fit: fitReport(detector, parameters),
          learning: learningReport(detector, recent, signal.rateHz()),
        });
      }
    },
    forgetFits() {
      postedProgress = [];
    },
    health: postHealth,
    healthInTime() {
      if (nowMs() - lastHealthMs >= HEALTH_EVERY_MS) postHealth();
    },
  };
}
