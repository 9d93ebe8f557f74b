/** Runs studies slice by slice between other work, with progress, until done or cancelled. */
import { isScored } from '../../detector/scores.ts';
import { parametersOf } from '../judging/judgedBy.ts';
import type { Signal } from '../judging/signal.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import type { Label, Study, StudyProgress, StudyResult } from '../messages/studyMessages.ts';
import { trainingStudy } from '../naming/trainingStudy.ts';
import { runStudy } from './studies.ts';
import type { StudyMaterial } from './studyMaterial.ts';

/** Live samples may be held up for about this long, or this many slices. */
const TURN_MS = 12;
const MOST_SLICES = 50;
const PROGRESS_EVERY_MS = 100;

export interface StudyCalls {
  start(request: number, study: Study): void;
  cancel(request: number): void;
}

export function createStudyCalls(around: {
  readonly nowMs: () => number;
  readonly later: (task: () => void) => void;
  readonly signal: () => Signal | null;
  readonly labels: () => readonly Label[];
  readonly settings: () => JudgingSettings;
  readonly progress: (request: number, progress: StudyProgress) => void;
  readonly done: (request: number, result: StudyResult) => void;
}): StudyCalls {
  const { nowMs, later, progress, done } = around;
  const running = new Map<number, Generator<StudyProgress, StudyResult>>();
  let reportedMs = 0;

  function work(request: number): void {
    const study = running.get(request);
    if (!study) return;
    const untilMs = nowMs() + TURN_MS;
    let step = study.next();
    for (let slices = 1; !step.done && slices < MOST_SLICES && nowMs() < untilMs; slices++) {
      step = study.next();
    }
    if (step.done) {
      running.delete(request);
      done(request, step.value);
      return;
    }
    if (nowMs() - reportedMs >= PROGRESS_EVERY_MS) {
      reportedMs = nowMs();
      progress(request, step.value);
    }
    later(() => work(request));
  }

  /** Null without samples. */
  function materialFor(channel: number): StudyMaterial | null {
    const signal = around.signal();
    const place = signal?.placeOf(channel);
    if (!signal || !place || place.judging.history.end === 0) return null;
    const by = signal.judgedBy(around.settings());
    // The channels together have parameters that follow from the general ones.
    const own = place.judging === signal.judging ? by : place.judging.by();
    return {
      history: place.judging.history,
      channel: place.channel,
      restarts: place.judging.restarts(),
      labels: around.labels().filter((label) => label.channel === channel && isScored(label)),
      parameters: parametersOf(own, place.channel) ?? by.general,
      epsilon: by.epsilon,
      nowMs,
    };
  }

  return {
    start(request, study) {
      if (study.kind === 'train') {
        const signal = around.signal();
        if (!signal || signal.judging.history.end === 0) {
          done(request, { kind: 'failed', why: 'no-samples' });
          return;
        }
        running.set(request, trainingStudy(signal, around.labels(), study));
        later(() => work(request));
        return;
      }
      const material = materialFor(study.channel);
      if (!material) {
        done(request, { kind: 'failed', why: 'no-samples' });
      } else if (study.kind === 'suggest' && material.labels.length === 0) {
        done(request, { kind: 'failed', why: 'no-labels' });
      } else {
        running.set(request, runStudy(study, material));
        later(() => work(request));
      }
    },
    cancel(request) {
      if (running.delete(request)) done(request, { kind: 'cancelled' });
    },
  };
}
