/** Points of monitoring: Prometheus' `name{room="attic"} 21.5`, Graphite's `servers.pi.temp 21.5 1764244800`. */
import { type ForeignLine, type ForeignTime, rowOf } from './reading.ts';

const NUMBER = String.raw`([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|NaN|[+-]Inf)`;
const PROMETHEUS = new RegExp(
  String.raw`^([A-Za-z_:][\w:]*)\{([^{}]*)\}\s+${NUMBER}(?:\s+(\d{13}))?$`,
  'i',
);
const GRAPHITE = new RegExp(
  String.raw`^([A-Za-z_][\w-]*(?:\.[\w-]+)+)\s+${NUMBER}\s+(\d{10})$`,
  'i',
);
const TAG = /[A-Za-z_]\w*="((?:[^"\\]|\\.)*)"/g;

/** Reads such a point; null when it is none. Never throws. */
export function readMetric(text: string): ForeignLine | null {
  let m = PROMETHEUS.exec(text);
  if (m) {
    const words = [...(m[2] ?? '').matchAll(TAG)].map(([, word = '']) => word);
    return point([m[1] ?? '', ...words].join(' '), m[3], m[4], 1);
  }
  m = GRAPHITE.exec(text);
  return m && point(m[1] ?? '', m[2], m[3], 1000);
}

function point(
  name: string,
  said: string | undefined,
  stamp: string | undefined,
  msPerUnit: number,
): ForeignLine {
  const value = Number(said);
  const time: ForeignTime | null =
    stamp === undefined ? null : { ms: Number(stamp) * msPerUnit, clock: 'utc' };
  return rowOf(
    'labels',
    [{ name, value: Number.isFinite(value) ? value : Number.NaN, unit: '' }],
    time,
  );
}
