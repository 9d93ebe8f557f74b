/** InfluxDB's line protocol: `weather,room=attic temperature=21.5,humidity=40i 1465839830100400200`. */
import { distinctNames } from './labelName.ts';
import { type ForeignLine, type ForeignTime, type ForeignValue, rowOf } from './reading.ts';

const LINE =
  /^([\w./-]+)((?:,[\w./-]+=[^\s,="]+)*) ([\w./-]+=(?:"[^"]*"|[^\s,="]+)(?:,[\w./-]+=(?:"[^"]*"|[^\s,="]+))*)(?: (\d{10,19}))?$/;
const FIELD = /([\w./-]+)=("[^"]*"|[^\s,="]+)/g;
const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)[iu]?$/i;
const WHOLE = /=[+-]?\d+[iu](?=,| |$)/;
/** Digits of a time since 1970 in seconds. */
const SECOND_DIGITS = 10;

/** Reads a point with its tags for names; null when it is not certainly one. Never throws. */
export function readLineProtocol(text: string): ForeignLine | null {
  const m = LINE.exec(text);
  if (!m) return null;
  const [, measurement = '', tags = '', fields = '', stamp] = m;
  // `imu x=1,y=2` may as well be of any sketch.
  if (tags === '' && stamp === undefined && !WHOLE.test(text)) return null;
  const words = [
    measurement,
    ...tags
      .split(',')
      .slice(1)
      .map((tag) => tag.split('=')[1]),
  ];
  const values: ForeignValue[] = [];
  for (const [, name = '', said = ''] of fields.matchAll(FIELD)) {
    const value = fieldValue(said);
    if (value !== null) values.push({ name: [...words, name].join(' '), value, unit: '' });
  }
  if (values.length === 0) return null;
  return rowOf('labels', distinctNames(values), stamp === undefined ? null : timeOf(stamp));
}

function fieldValue(said: string): number | null {
  if (/^t(?:rue)?$/i.test(said)) return 1;
  if (/^f(?:alse)?$/i.test(said)) return 0;
  const number = NUMBER.exec(said)?.[1];
  return number === undefined ? null : Number(number);
}

/** Seconds, or three, six or nine digits more. */
function timeOf(stamp: string): ForeignTime {
  return { ms: Number(stamp) / 10 ** (stamp.length - SECOND_DIGITS - 3), clock: 'utc' };
}
