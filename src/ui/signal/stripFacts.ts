/** What a strip shows, for a picture of it. */
import type { Channel } from '../../analysis/messages/findings.ts';
import type { View } from '../../analysis/messages/viewMessages.ts';
import type { ShownChannel } from '../../state/channelLooks.ts';
import type { YLimits } from '../../state/viewStore.ts';
import { unitSign, withDecimalSign } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { type PlotColours, signalStroke } from '../plot/plotColours.ts';
import type { PlotFacts } from '../plot/plotOffers.ts';
import { SUMMARY_WORDS } from './plotWords.ts';
import { signalSummary } from './signalSummary.ts';

interface StripLook {
  /** By channel, as the person typed them. */
  readonly yLocks: ReadonlyMap<number, YLimits>;
  readonly colours: PlotColours;
}

/**
 * Null before there is a view.
 *
 * @param scales channels by scale, as in `StripOptions`
 */
export function stripFacts(
  scales: readonly (readonly number[])[],
  channels: readonly ShownChannel[],
  view: View | null,
  { yLocks, colours }: StripLook,
): PlotFacts | null {
  if (!view || view.channels.length === 0) return null;
  const drawn = scales.flatMap((members, scale) =>
    members.flatMap((index) => {
      const channel = channels[index];
      return channel ? [{ channel, index, isRight: scale === 1 }] : [];
    }),
  );
  const headings = drawn.map(({ channel, isRight }) => ({
    words: isRight ? SUMMARY_WORDS.rightAxis(nameOf(channel)) : nameOf(channel),
    stroke: drawn.length > 1 ? signalStroke(colours, channel.colour) : null,
  }));
  // A picture does not move.
  const summaries = drawn.map(({ channel, index }) =>
    signalSummary(channel, view, index, { paused: true, yLimits: yLocks.get(index) ?? null }),
  );
  return {
    title: drawn.map(({ channel }) => nameOf(channel)).join(', '),
    headings,
    lines: [SUMMARY_WORDS.stretch(stamp(view.fromMs), stamp(view.toMs))],
    summary: summaries.join(' '),
  };
}

function nameOf({ name, unit }: Channel): string {
  const known = isolated(name);
  return unit === '' ? known : `${known} (${isolated(unitSign(unit))})`;
}

const stamp = (timeMs: number): string =>
  withDecimalSign(new Date(timeMs).toISOString().replace('T', ' ').slice(0, -1));
