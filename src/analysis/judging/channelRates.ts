/** The rates of channels that have a value in some samples alone: each by the times of its own. */
import type { Parameters } from '../../detector/parameters.ts';
import { type ChannelPeriod, createChannelPeriod } from '../../history/channelPeriod.ts';

export interface ChannelRates {
  /** The next sample; `changed` is told of every channel whose period is known now, or is another. */
  sample(timeMs: number, values: ArrayLike<number>, changed: (channel: number) => void): void;
  /** The next sample is of another run: the pause before it is no spacing. */
  pause(): void;
  /** Null when it is not known. */
  periodMs(channel: number): number | null;
  /** These parameters with the channel's period, where that is known. */
  atRateOf(channel: number, parameters: Parameters): Parameters;
}

export function createChannelRates(): ChannelRates {
  const periods = new Map<number, ChannelPeriod>();

  function periodMs(channel: number): number | null {
    return periods.get(channel)?.periodMs() ?? null;
  }

  function periodOf(channel: number): ChannelPeriod {
    const known = periods.get(channel);
    if (known) return known;
    const period = createChannelPeriod();
    periods.set(channel, period);
    return period;
  }

  return {
    sample(timeMs, values, changed) {
      for (let channel = 0; channel < values.length; channel++) {
        if (Number.isNaN(values[channel])) continue;
        if (periodOf(channel).add(timeMs)) changed(channel);
      }
    },
    pause() {
      for (const period of periods.values()) period.pause();
    },
    periodMs,
    atRateOf(channel, parameters) {
      const period = periodMs(channel);
      return period === null ? parameters : { ...parameters, period };
    },
  };
}
