/** What is said of new alarms, in one sentence that can be listened to. */
import { spoken } from '../language/spoken.ts';

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
  return count === 1 ? ALARM_WORDS.one(what) : ALARM_WORDS.many(count, what);
}

function whatOf({ cause, deviation }: SpokenAlarm): string {
  if (cause !== 'level') return ALARM_WORDS[cause];
  return deviation === null
    ? ALARM_WORDS.board
    : ALARM_WORDS.deviation(String(Number(deviation.toPrecision(2))));
}

function clockOf(timeMs: number): string {
  const date = new Date(timeMs);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

const ALARM_WORDS = spoken({
  en: {
    one: (what: string) => `Alarm: ${what}`,
    many: (count: number, what: string) => `${count} alarms, the last: ${what}`,
    board: 'seen by the board',
    deviation: (sigmas: string) => `${sigmas} sigma`,
    drift: 'drift',
    rhythm: 'rhythm',
  },
  pt: {
    one: (what) => `Alarme: ${what}`,
    many: (count, what) => `${count} alarmes, o último: ${what}`,
    board: 'detectado pela placa',
    deviation: (sigmas) => `${sigmas.replace('.', ',')} sigma`,
    drift: 'deriva',
    rhythm: 'ritmo',
  },
});
