/** What the page asks of the signal and is answered at once. */
import { seasonProfile } from './judging/seasonProfile.ts';
import type { Signal } from './judging/signal.ts';
import { whyOfEvent } from './judging/why.ts';
import type { Ask } from './messages/calls.ts';
import type { FromWorker } from './messages/messages.ts';
import type { Label } from './messages/studyMessages.ts';
import { alikeEvents, NOT_DESCRIBED } from './naming/alikeEvents.ts';
import { measure } from './reporting/measure.ts';

export interface SignalQuestions {
  answer(question: Ask<'measure' | 'why' | 'alike' | 'season'>): void;
}

export function createSignalQuestions(around: {
  readonly signal: () => Signal | null;
  readonly labels: () => readonly Label[];
  readonly post: (message: FromWorker) => void;
}): SignalQuestions {
  const { labels, post } = around;
  return {
    answer(question) {
      const { request } = question;
      const signal = around.signal();
      switch (question.type) {
        case 'measure': {
          const result = measure(signal, question.fromMs, question.toMs);
          post({ type: 'done', call: 'measure', request, result });
          return;
        }
        case 'why':
          post({ type: 'done', call: 'why', request, result: whyOfEvent(signal, question.event) });
          return;
        case 'alike': {
          const result = signal ? alikeEvents(signal, labels(), question.event) : NOT_DESCRIBED;
          post({ type: 'done', call: 'alike', request, result });
          return;
        }
        case 'season': {
          const { channel } = question;
          const place = signal?.placeOf(channel);
          const its = place ? seasonProfile(place.judging, place.channel) : null;
          post({ type: 'done', call: 'season', request, result: its && { ...its, channel } });
          return;
        }
        default:
          question satisfies never;
      }
    },
  };
}
