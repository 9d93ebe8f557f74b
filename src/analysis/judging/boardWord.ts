/** What the board said of samples, on its way into the events of a judging. */
import type { Cause } from '../../detector/detector.ts';
import { type History, timeAt, valueAt } from '../../history/history.ts';
import type { JudgedSeries } from '../messages/judgingMessages.ts';
import { createBoardVerdicts } from './boardVerdicts.ts';
import type { JudgingPlace } from './judging.ts';

/** Of all channels together, a power of two: 17 bytes each. */
const MOST_BOARD_VERDICTS = 2 ** 18;
/** What the board's watchers judged is kept of so many alarms. */
const MOST_WATCHED = 4096;

export interface BoardWord {
  /** Its verdict on a retained sample. */
  said(channel: number, index: number, bits: number, probability: number, cause: Cause): void;
  /** What a watcher of it judged when it raised an alarm. */
  watched(channel: number, index: number, judged: JudgedSeries): void;
  /** Events of the verdicts on samples before `end`, so that both judges' verdicts come in order. */
  gather(channel: number, end: number, live: boolean): void;
  samplesGivenUp(start: number): void;
  /** All events are made anew. */
  rewind(): void;
}

export function createBoardWord(around: {
  readonly history: History;
  readonly place: JudgingPlace;
  readonly channelCount: number;
  /** B of a channel. */
  readonly blockOf: (channel: number) => number;
}): BoardWord {
  const { history, channelCount, blockOf } = around;
  const { events, firstChannel, firstIndex } = around.place;
  const most = 2 ** Math.floor(Math.log2(MOST_BOARD_VERDICTS / Math.max(1, channelCount)));
  const verdicts = Array.from({ length: channelCount }, () => createBoardVerdicts(most));
  /** By channel and index, the oldest first. */
  const watched = new Map<string, JudgedSeries>();

  return {
    said: (channel, index, bits, probability, cause) =>
      verdicts[channel]?.add(index, bits, probability, cause),
    watched(channel, index, judged) {
      watched.set(keyOf(channel, index), judged);
      if (watched.size > MOST_WATCHED) {
        for (const oldest of watched.keys()) {
          watched.delete(oldest);
          break;
        }
      }
      events.watchedByBoard(firstChannel + channel, firstIndex + index, judged);
    },
    gather(channel, end, live) {
      verdicts[channel]?.gather(end, (index, bits, probability, cause) => {
        const timeMs = timeAt(history, index);
        events.add('board', {
          channel: firstChannel + channel,
          index: firstIndex + index,
          timeMs,
          value: valueAt(history, channel, index),
          bits,
          deviation: null,
          probability,
          block: blockOf(channel),
          fromMs: timeMs,
          cause,
          judged: watched.get(keyOf(channel, index)) ?? null,
          odd: null,
          live,
        });
      });
    },
    samplesGivenUp(start) {
      for (const its of verdicts) its.samplesGivenUp(start);
    },
    rewind() {
      for (const its of verdicts) its.rewind();
    },
  };
}

const keyOf = (channel: number, index: number) => `${channel} ${index}`;
