/**
 * What was not understood of a sketch's lines, so that a person can be told. The words are the
 * page's; here are the facts.
 */
import type { UnreadReason } from './reading.ts';

/** A line, as it came, and why it is no row. */
export interface UnreadNote {
  readonly text: string;
  readonly reason: UnreadReason;
}

export interface UnreadLines {
  add(text: string, reason: UnreadReason): void;
  /** Lines not understood since the start; blank ones do not count. */
  count(): number;
  /** The newest three, oldest first. */
  newest(): readonly UnreadNote[];
}

const NEWEST = 3;
const LONGEST_TEXT = 200;

/** A line that would be read, for each reason: what the sketch could print instead. */
export const READABLE_EXAMPLE: Readonly<Record<UnreadReason, string>> = {
  empty: '21.5',
  unreadable: '21.5',
  boot: 'temp:21.5',
  nmea: 'lat:48.1173,lon:11.5167',
  hex: '222,173,190,239',
  words: 'temp:21.5',
  prose: 'temp:21.5,hum:40',
  'label-words': 'temp:21.5',
  json: '{"temp":21.5,"hum":40}',
  'json-without-numbers': '{"temp":21.5,"hum":40}',
  teleplot: '>temp:21.5',
  'time-only': '12:00:05,21.5',
  long: '21.5,22.5,23.5',
};

/** Of one link. Keeps the newest and counts all. */
export function createUnreadLines(): UnreadLines {
  let count = 0;
  let newest: readonly UnreadNote[] = [];
  return {
    add(text, reason) {
      if (reason === 'empty') return;
      count += 1;
      newest = [...newest.slice(1 - NEWEST), { text: text.slice(0, LONGEST_TEXT), reason }];
    },
    count: () => count,
    newest: () => newest,
  };
}
