/** What the page hears of a recording unasked: events, fits, health. */
import { FILE_SENSOR } from '../../history/csv/sampleLines.ts';
import type { BoardConnection } from '../connection/boardConnection.ts';
import type { Recording } from '../judging/recording.ts';
import { retentionOf } from '../judging/retention.ts';
import type { Health } from '../messages/findings.ts';
import type { FromWorker } from '../messages/messages.ts';
import type { Label } from '../messages/studyMessages.ts';

const HEALTH_EVERY_MS = 1000;
/** Events that the page is told of at a time; it asks for all when it exports. */
const LISTED_EVENTS = 1000;
const NO_TALLY = { outliers: 0, alarms: 0, collective: 0 };

export interface Reports {
  /** Everything again, as to somebody who knows nothing of this recording. */
  allEvents(recording: Recording): void;
  /** A run over the history has made other events; the page has the old ones. */
  eventsReplaced(): void;
  /** Events that are new or have grown; after a run, all of them, once `resting`. */
  events(recording: Recording, resting: boolean): void;
  /** The fits that are new since the last time. */
  fits(recording: Recording): void;
  /** From here on all fits are new. */
  forgetFits(): void;
  health(): void;
  /** Health, if a second has passed. */
  healthInTime(): void;
}

export function createReports(around: {
  readonly post: (message: FromWorker) => void;
  readonly connection: () => BoardConnection;
  readonly recording: () => Recording | null;
  readonly labels: () => readonly Label[];
  readonly invalidLines: () => number;
  readonly nowMs: () => number;
}): Reports {
  const { post, nowMs } = around;
  let lastHealthMs = 0;
  /** How far each channel's learning was when it was last posted. */
  let postedProgress: number[] = [];
  let replaced = false;

  function allEvents({ judging }: Recording): void {
    const events = judging.events;
    events.takeChanged(0);
    replaced = false;
    const newest = events.newest(LISTED_EVENTS);
    post({ type: 'events', replaceAll: true, events: newest, counts: events.counts() });
  }

  function changedEvents({ judging }: Recording): void {
    const events = judging.events;
    const changed = events.takeChanged(LISTED_EVENTS);
    if (changed.length === 0) return;
    post({ type: 'events', replaceAll: false, events: changed, counts: events.counts() });
  }

  function health(): Health {
    const connection = around.connection();
    const recording = around.recording();
    const labels = around.labels();
    const tally = recording?.tally() ?? { browser: NO_TALLY, board: NO_TALLY };
    const { kind, identity } = connection.state();
    // Of a file that was read only the samples are a board's.
    const boardJudges = kind === 'tidemark' && identity?.sensor !== FILE_SENSOR;
    return {
      ...(recording?.counts() ?? { samples: 0, lost: 0, invalidValues: 0 }),
      rateHz: recording?.rateHz() ?? 0,
      invalidLines: around.invalidLines(),
      ...connection.lineHealth(),
      sinceLastSampleMs: connection.sinceLastSampleMs(),
      lastTenMinutes: { browser: tally.browser, board: boardJudges ? tally.board : null },
      scores: recording && labels.length > 0 ? recording.scores(labels) : null,
      agreement: recording && boardJudges ? recording.agreement() : null,
      retention: retentionOf(recording?.judging.history ?? null),
    };
  }

  function postHealth(): void {
    lastHealthMs = nowMs();
    const { session } = around.connection().state();
    post({ type: 'health', session, health: health() });
  }

  return {
    allEvents,
    eventsReplaced() {
      replaced = true;
    },
    events(recording, resting) {
      if (!replaced) changedEvents(recording);
      else if (resting) allEvents(recording);
    },
    fits({ judging }) {
      for (const [channel, detector] of judging.detectors.entries()) {
        // Before the first fit each new maximum is news, too.
        const progress = detector.fitted ? detector.fits : -1 - detector.maxima.total;
        if (postedProgress[channel] === progress) continue;
        postedProgress[channel] = progress;
        post({ type: 'fit', channel, fit: judging.fitReport(channel) });
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
