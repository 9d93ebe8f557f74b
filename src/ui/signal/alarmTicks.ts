/** Where alarms are, for a strip that is too low for a flag each: counts by place. */
import type { View } from '../../analysis/messages/viewMessages.ts';

/** Pixels that share a tick: fewer could not be told apart. */
const TICK_PX = 4;
/** Ticks of a cluster have no more than this between them. */
const CLUSTER_GAP_PX = 2 * TICK_PX;

/** Alarms of all channels that fall on the same few pixels. */
export interface AlarmTick {
  /** Middle of these pixels, from the left edge. */
  readonly x: number;
  readonly alarms: number;
}

/** Neighbouring ticks. */
export interface AlarmCluster {
  readonly from: number;
  readonly to: number;
  readonly alarms: number;
}

/** Alarms of every channel of `whole`, by place in a strip that is `width` wide; from left to right. */
export function alarmTicks(
  whole: Pick<View, 'fromMs' | 'toMs' | 'channels'>,
  width: number,
): AlarmTick[] {
  const perPixel = (whole.toMs - whole.fromMs) / Math.max(1, width);
  const counts = new Map<number, number>();
  for (const { marks } of whole.channels) {
    for (const mark of marks) {
      const { alarms } = mark;
      const place = Math.floor((mark.timeMs - whole.fromMs) / perPixel / TICK_PX);
      if (alarms > 0) counts.set(place, (counts.get(place) ?? 0) + alarms);
    }
  }
  return [...counts]
    .map(([place, alarms]) => ({ x: (place + 0.5) * TICK_PX, alarms }))
    .toSorted((a, b) => a.x - b.x);
}

/** Ticks that stand close together as one, with the sum of their alarms. */
export function alarmClusters(ticks: readonly AlarmTick[]): AlarmCluster[] {
  const clusters: AlarmCluster[] = [];
  for (const { x, alarms } of ticks) {
    const last = clusters.at(-1);
    if (last && x - last.to <= CLUSTER_GAP_PX) {
      clusters[clusters.length - 1] = { from: last.from, to: x, alarms: last.alarms + alarms };
    } else {
      clusters.push({ from: x, to: x, alarms });
    }
  }
  return clusters;
}
