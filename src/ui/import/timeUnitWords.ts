/** How the times of a table are written, in words. */
import type { TimeUnit } from '../../analysis/messages/fileMessages.ts';
import { spoken } from '../../language/spoken.ts';

export const TIME_UNIT_WORDS: Readonly<Record<TimeUnit, string>> = spoken({
  en: {
    date: 'date and time',
    s: 'seconds',
    ms: 'milliseconds',
    us: 'microseconds',
    ns: 'nanoseconds',
    min: 'minutes',
    h: 'hours',
    d: 'days',
    excel: 'days, as Excel counts',
    matlab: 'days, as MATLAB counts',
    julian: 'Julian days',
    labview: 'seconds, as LabVIEW counts',
    gps: 'GPS time',
  },
  pt: {
    date: 'data e hora',
    s: 'segundos',
    ms: 'milissegundos',
    us: 'microssegundos',
    ns: 'nanossegundos',
    min: 'minutos',
    h: 'horas',
    d: 'dias',
    excel: 'dias, como o Excel conta',
    matlab: 'dias, como o MATLAB conta',
    julian: 'dias julianos',
    labview: 'segundos, como o LabVIEW conta',
    gps: 'hora do GPS',
  },
});
