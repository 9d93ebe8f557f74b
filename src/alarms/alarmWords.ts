/** What is said of new alarms, in one sentence that can be listened to. */

export interface SpokenAlarm {
  readonly channel: string;
  /** In σ; null where only the board has judged. */
  readonly deviation: number | null;
  readonly cause: 'level' | 'drift' | 'rhythm';
  readonly timeMs: number;
}

/** `Alarm: vibration, 20 sigma, 14:02:31`; of several, how many, and the last one. */
export function alarmSentence(newest: SpokenAlarm, count: number): string {
  const { channel, timeMs } = newest;
  const what = `${channel}, ${whatOf(newest)}, ${clockOf(timeMs)}`;
  return count === 1 ? `Alarm: ${what}` : `${count} alarms, the last: ${what}`;
}

function whatOf({ cause, deviation }: SpokenAlarm): string {
  if (cause !== 'level') return cause;
  return deviation === null ? 'seen by the board' : `${Number(deviation.toPrecision(2))} sigma`;
}

function clockOf(timeMs: number): string {
  const date = new Date(timeMs);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
