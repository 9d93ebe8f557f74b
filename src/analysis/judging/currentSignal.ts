/** Which signal samples go to: that of the board and channels that are connected, or were last. */
import { DEFAULT_PARAMETERS } from '../../detector/parameters.ts';
import { FILE_SENSOR } from '../../history/csv/sampleLines.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { Channel } from '../messages/findings.ts';
import { DEFAULT_MEMORY_MB } from '../messages/historyMessages.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import { createSignal } from './createSignal.ts';
import { historyBytes } from './retention.ts';
import type { Signal, SignalOrigin } from './signal.ts';
import { placesOf, type SketchPlaces } from './sketchPlaces.ts';

/** Of other sketches, which do not say who they are. */
const SKETCH_ID = 'foreign';

/**
 * Takes what boards say, one after the other: goes on with the signal when the same board has the
 * same channels, or a sketch those it had and more, and begins a new one when not.
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
  /** Null while the signal is of no sketch. */
  let sketch: { readonly replay: number | null; readonly places: SketchPlaces | null } | null =
    null;
  let replay: number | null = null;
  let memoryMb: number = DEFAULT_MEMORY_MB;
  let settings = DEFAULT_SETTINGS;

  const isOfSketch = () => sketch !== null && sketch.replay === replay;

  function use(channels: readonly Channel[], id: string, origin: SignalOrigin): Signal {
    const its = JSON.stringify([id, channels, replay]);
    if (signal && its === key) return signal;
    key = its;
    sketch = null;
    signal = createSignal(channels, settings, historyBytes(memoryMb), origin);
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
      const origin = hello.sensor === FILE_SENSOR ? 'table' : 'board';
      use(hello.channels, hello.id, origin).greeted(hello, started);
    },
    channels(channels) {
      const places = signal && isOfSketch() ? placesOf(signal.channels, channels) : null;
      if (signal && places) {
        const isMore = places.channels.length > signal.channels.length;
        if (isMore) signal.grow(places.channels, historyBytes(memoryMb));
        sketch = { replay, places };
        return;
      }
      key = '';
      use(channels, SKETCH_ID, 'sketch');
      sketch = { replay, places: placesOf(channels, channels) };
    },
    channelsForgotten() {
      if (!isOfSketch()) return;
      signal = null;
      sketch = null;
      key = '';
    },
    sample: (sample, arrivalMs) => signal?.sample(sample, arrivalMs),
    row({ timeMs, values }) {
      signal?.row({ timeMs, values: sketch?.places?.inPlace(values) ?? values });
    },
    verdict: (verdict) => signal?.verdict(verdict),
    named: (named) => signal?.named(named),
    watched: (watched) => signal?.watched(watched),
    boardParameters: (read) => signal?.boardParameters(read),
    ownParameters: (channel, own) => signal?.ownParameters(channel, own),
    skipped: (count) => signal?.skipped(count),
    interrupted: () => signal?.interrupted(),
    restart: () => signal?.restart(),
  };
}
