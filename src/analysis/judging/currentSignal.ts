/** Which signal samples go to: that of the board and channels that are connected, or were last. */
import { DEFAULT_PARAMETERS } from '../../detector/parameters.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { Channel } from '../messages/findings.ts';
import { DEFAULT_MEMORY_MB } from '../messages/historyMessages.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import { historyBytes } from './retention.ts';
import { createSignal, type Signal } from './signal.ts';

/** Of other sketches, which do not say who they are. */
const SKETCH_ID = 'foreign';

/**
 * Takes what boards say, one after the other: goes on with the signal when the same board has the
 * same channels, and begins a new one when not.
 */
export interface CurrentSignal extends SampleSink {
  /** Null before the first board. */
  get(): Signal | null;
  /**
   * What comes from here on comes from a board (null), or from the replay with this number: that
   * begins anew, it is not the board going on.
   */
  comesFrom(replay: number | null): void;
  /** Memory for the history of this signal and of those to come, MB. */
  keepWithin(megabytes: number): void;
  /** In force: a signal that begins is judged with them. */
  settingsInForce(): JudgingSettings;
  /** Puts settings in force; what is there already is judged anew by whoever sees to that. */
  putInForce(settings: JudgingSettings): void;
}

/** What is judged by until the person says otherwise. */
export const DEFAULT_SETTINGS: JudgingSettings = {
  parameters: DEFAULT_PARAMETERS,
  own: {},
  together: false,
  onlyWhenTwoAgree: false,
};

/** `begun` is told of every signal that begins. */
export function createCurrentSignal(
  begun: (signal: Signal) => void = () => undefined,
): CurrentSignal {
  let signal: Signal | null = null;
  let key = '';
  let replay: number | null = null;
  let memoryMb: number = DEFAULT_MEMORY_MB;
  let settings = DEFAULT_SETTINGS;

  function use(channels: readonly Channel[], id: string): Signal {
    const its = JSON.stringify([id, channels, replay]);
    if (signal && its === key) return signal;
    key = its;
    signal = createSignal(channels, settings, historyBytes(memoryMb));
    begun(signal);
    return signal;
  }

  return {
    get: () => signal,
    comesFrom(number) {
      replay = number;
    },
    keepWithin(megabytes) {
      memoryMb = megabytes;
      signal?.keepWithin(historyBytes(megabytes));
    },
    settingsInForce: () => settings,
    putInForce(next) {
      settings = next;
    },
    greeted(hello, started) {
      use(hello.channels, hello.id).greeted(hello, started);
    },
    channels(names) {
      use(
        names.map((name) => ({ name, unit: '' })),
        SKETCH_ID,
      );
    },
    sample: (sample, arrivalMs) => signal?.sample(sample, arrivalMs),
    row: (row) => signal?.row(row),
    verdict: (verdict) => signal?.verdict(verdict),
    watched: (watched) => signal?.watched(watched),
    boardParameters: (read) => signal?.boardParameters(read),
    ownParameters: (channel, own) => signal?.ownParameters(channel, own),
    skipped: (count) => signal?.skipped(count),
    interrupted: () => signal?.interrupted(),
    restart: () => signal?.restart(),
  };
}
