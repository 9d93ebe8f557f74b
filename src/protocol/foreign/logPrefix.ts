/** What tools that log and the logs of firmware put before a line. */
import type { ForeignTime } from './reading.ts';
import { readTime } from './timeInFront.ts';

export interface Unprefixed {
  readonly time: ForeignTime | null;
  readonly rest: string;
}

/** `[…]` with a time in it: terminals, ESPHome, Zephyr. */
const BRACKETS = /^\[\s*([^\]]{1,60}?)\s*\](?:\s*:(?=\s?[-+.\d]))?\s*/;
/** Zephyr counts from its start: hours, minutes, seconds, milliseconds and microseconds. */
const ZEPHYR = /^(\d+):(\d{2}):(\d{2})\.(\d{3}),(\d{3})$/;
/** Seconds since the start, as Linux has them. */
const SECONDS = /^\d+\.\d{3,6}$/;
/** Seconds since 1970, as ROS has them behind its level. */
const EPOCH = /^1\d{9}(?:\.\d{1,9})?$/;
/** Who of ROS says it. */
const NODE = /^(?:\[[^\]\s]+\])?\s*:\s*/;
/** With its unit. */
const WITH_UNIT = /^(\d+(?:\.\d+)?) ?(m?s)$/;
/** Since the start and since the last line, as grabserial has them. */
const SINCE_BOTH = /^(\d+\.\d{3,6}) \d+\.\d{3,6}$/;
/** Days and a time of day since the start: Tera Term's. */
const DAYS = /^(\d+) (\d{2}):(\d{2}):(\d{2}\.\d{1,6})$/;
/** Milliseconds, when a level follows: the ESP32 core for Arduino. */
const MILLISECONDS = /^\d+$/;
/** ESP-IDF: `I (1234) tag: `, with a time of day in the brackets if so set. */
const ESP_IDF =
  /^[EWIDV] \((\d+|(?:\d{4}-\d{2}-\d{2} )?\d{2}:\d{2}:\d{2}\.\d{3})\) ([^:]{1,40}): ?/;
/** A level in brackets, and then a module in brackets or before a colon. */
const LEVEL =
  /^(?:<(?:info?|wrn|warn(?:ing)?|err(?:or)?|dbg|debug)>|\[\s*(?:[EWIDVCS]|VV|INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE|CONFIG)\s*\])\s*/i;
/** A word and a number alone: the word is no module but the number's name. */
const NAMED_NUMBER =
  /^\[\s*[A-Za-z]{2,7}\s*\]\s*[A-Za-z]\w*:\s+[-+]?[.\d]\S*(?:\s?[^\s\d:=]{1,6})?$/;
const MODULE = /^(?:\[[^\]\s]*[A-Za-z_][^\]]*\](?:\s*[\w:]+\(\))?\s*:?|[\w./]+(?:\(\))?:(?=\s))\s*/;
/** The logging module of Python, and what others write like it: a level between dashes, bars or colons. */
const PYTHON_LEVEL =
  /^(?:\|\s*|[\w.]+ - )?(?:INFO|DEBUG|WARN(?:ING)?|ERROR|CRITICAL)(?: - |\s*\|\s*(?:\S+ - )?|:(?:[\w.]+:)?\s*|\s+(?=[\w.]+:\s))(?=\S)/;
/** Python's root logger, or a level in capitals alone, where labels follow. */
const BARE_LEVEL =
  /^(?:\d+(?:\.\d+)?\s+)?(?:root\s+)?(?:INFO|DEBUG|WARN(?:ING)?|ERROR|CRITICAL|TRACE)\s+(?:root\s+|\[[^\]\s]*[A-Za-z][^\]\s]*\]\s*)?(?=.*\p{L}.*\d|[-+.\d]+\s*[,;])/u;
/** Android's log, in full and in short. */
const LOGCAT =
  /^(?:\d\d-\d\d (\d\d:\d\d:\d\d\.\d{3})\s+\d+\s+\d+ [VDIWEF] |[VDIWEF]\/(?=[\w.]+(?:\(\s*\d+\))?: ))([\w.-]{1,40})\s*(?:\(\s*\d+\))?\s*: /;
/** Tasmota's console: a component, what is sent, and its object. */
const TASMOTA = /^(?:[A-Z]{3}: )?(?:(?:tele|stat)\/\S+|RESULT|STATE|SENSOR|STATUS\d*) = (?=\{)/;
/** The prompt of a shell, in the way of its log. */
const SHELL = /^\w+:~?[$#>] (?=\[)/;

/** Takes the prefix off; the line as it is when it has none. Never throws. */
export function takeLogPrefix(text: string): Unprefixed {
  let rest = text.replace(SHELL, '').replace(TASMOTA, '');
  let time: ForeignTime | null = null;
  const brackets = BRACKETS.exec(rest);
  if (brackets) {
    const after = rest.slice(brackets[0].length);
    time = timeInBrackets(brackets[1] ?? '', after);
    if (time) rest = after;
  }
  const idf = ESP_IDF.exec(rest);
  if (idf) {
    const stamp = idf[1] ?? '';
    time = MILLISECONDS.test(stamp) ? uptime(Number(stamp)) : (readTime(stamp)?.time ?? null);
    return { time, rest: rest.slice(idf[0].length) };
  }
  const android = LOGCAT.exec(rest);
  if (android) {
    const stamp = android[1];
    time ??= stamp === undefined ? null : (readTime(stamp)?.time ?? null);
    return { time, rest: rest.slice(android[0].length) };
  }
  const level = LEVEL.exec(rest);
  if (level && NAMED_NUMBER.test(rest)) return { time, rest: rest.slice(level[0].length) };
  if (level) {
    rest = rest.slice(level[0].length);
    const stamp = BRACKETS.exec(rest);
    if (time === null && stamp && EPOCH.test(stamp[1] ?? '')) {
      time = timeInBrackets(stamp[1] ?? '', '');
      return { time, rest: rest.slice(stamp[0].length).replace(NODE, '') };
    }
    rest = rest.slice(MODULE.exec(rest)?.[0].length ?? 0);
  } else {
    rest = rest.slice((PYTHON_LEVEL.exec(rest) ?? BARE_LEVEL.exec(rest))?.[0].length ?? 0);
  }
  return { time, rest };
}

function timeInBrackets(inside: string, after: string): ForeignTime | null {
  const m = ZEPHYR.exec(inside);
  if (m) {
    const seconds = (Number(m[1]) * 60 + Number(m[2])) * 60 + Number(m[3]);
    return uptime(seconds * 1000 + Number(m[4]) + Number(m[5]) / 1000);
  }
  if (EPOCH.test(inside)) return { ms: Number(inside) * 1000, clock: 'utc' };
  if (SECONDS.test(inside)) return uptime(Number(inside) * 1000);
  // Alone, or before more numbers, these are values.
  const withUnit = after === '' ? null : WITH_UNIT.exec(inside);
  if (withUnit) return uptime(Number(withUnit[1]) * (withUnit[2] === 's' ? 1000 : 1));
  const both = /^\p{L}/u.test(after) ? SINCE_BOTH.exec(inside) : null;
  if (both) return uptime(Number(both[1]) * 1000);
  const since = DAYS.exec(inside);
  if (since) return uptime(sinceMs(since.slice(1).map(Number)));
  if (MILLISECONDS.test(inside)) return LEVEL.test(after) ? uptime(Number(inside)) : null;
  const found = readTime(inside);
  return found?.rest.trim() === '' ? found.time : null;
}

function sinceMs([days = 0, hours = 0, minutes = 0, seconds = 0]: readonly number[]): number {
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1e6) / 1000;
}

const uptime = (ms: number): ForeignTime => ({ ms, clock: 'uptime' });
