/**
 * Points of monitoring: Prometheus' `name{room="attic"} 21.5`, Graphite's `servers.pi.temp 21.5 1764244800`,
 * collectd's `PUTVAL "pi/cpu-0/cpu-user" interval=10 1764244800:21.5`, Zephyr's shell.
 */
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
const COLLECTD =
  /^PUTVAL\s+("[^"]+"|\S+)(?:\s+\w+=\S+)*\s+(N|\d{10}(?:\.\d+)?)((?::(?:[-+]?[\d.]+(?:e[-+]?\d+)?|U|nan))+)$/i;
/** What `sensor get` answers: the time in ns since the start, the value in brackets. */
const ZEPHYR =
  /^channel (?:type|idx)=(\d+)(?:\((\w+)\))?(?: (?!index=)(\w+))?(?:\s+\w+=\d+)*\s+value=(\d+)ns\s+\(([-+.\d]+)\)$/;
const TAG = /[A-Za-z_]\w*="((?:[^"\\]|\\.)*)"/g;

/** Reads such a point; null when it is none. Never throws. */
export function readMetric(text: string): ForeignLine | null {
  let m = PROMETHEUS.exec(text);
  if (m) {
    const words = [...(m[2] ?? '').matchAll(TAG)].map(([, word = '']) => word);
    return point([m[1] ?? '', ...words].join(' '), m[3], m[4], 1);
  }
  m = GRAPHITE.exec(text);
  if (m) return point(m[1] ?? '', m[2], m[3], 1000);
  m = COLLECTD.exec(text);
  if (m) return collectdPoint(m[1] ?? '', m[2] ?? '', m[3] ?? '');
  m = ZEPHYR.exec(text);
  if (!m) return null;
  const time: ForeignTime = { ms: Number(m[4]) / 1e6, clock: 'uptime' };
  const name = m[2] ?? m[3] ?? `channel ${m[1]}`;
  return rowOf('labels', [{ name, value: Number(m[5]), unit: '' }], time);
}

/** One value or several of one identifier; `U` is none. */
function collectdPoint(said: string, stamp: string, list: string): ForeignLine {
  const name = said.replaceAll('"', '');
  const values = list.slice(1).split(':').map(Number);
  return rowOf(
    'labels',
    values.map((value, i) => ({
      name: values.length === 1 ? name : `${name}.${i}`,
      value,
      unit: '',
    })),
    stamp === 'N' ? null : { ms: Number(stamp) * 1000, clock: 'utc' },
  );
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
