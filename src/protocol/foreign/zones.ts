/** Zones as people and their programs write them behind a time. */
const ZONE_OFFSET = /^(?:utc|gmt|z)?\s*([+-])(\d{1,2}):?(\d\d)?(?::00)?$/i;
/** Minutes ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, wet: 0, ut: 0, bst: 60, west: 60, cet: 60, met: 60, mez: 60 },
  ...{
    cest: 120,
    mest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    ist: 330,
    sgt: 480,
    hkt: 480,
  },
  ...{ jst: 540, kst: 540, awst: 480, acst: 570, acdt: 630, aest: 600, aedt: 660, nzst: 720 },
  ...{ nzdt: 780, nst: -210, ast: -240, adt: -180, est: -300, edt: -240, cst: -360, cdt: -300 },
  ...{ mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600 },
};

/** Minutes ahead of UTC of `UTC`, `CEST`, `+02:00`, `GMT-4`; null when it is no zone. */
export function zoneMinutesOf(words: string): number | null {
  const named = ZONES[words.toLowerCase()];
  if (named !== undefined) return named;
  const offset = ZONE_OFFSET.exec(words);
  if (!offset) return null;
  const [, sign, hours, minutes = '0'] = offset;
  const size = Number(hours) * 60 + Number(minutes);
  return size > 14 * 60 ? null : (sign === '-' ? -1 : 1) * size;
}

/** A name, an offset of hours and minutes, or of hours alone where no blank is before it; a place. */
const BEHIND =
  /^(?:\s?(Z|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,4}|[+-]\d{2}:?\d{2})|([+-]\d{2}))?(\[[A-Za-z][\w/+-]*\])?(?![\w.]|:\d|\s*=)/;

/**
 * The zone that stands right behind a date and time, and how many letters it takes; null when there is
 * none. `minutes` is null for the name of a place alone.
 */
export function zoneBehind(
  text: string,
): { readonly minutes: number | null; readonly length: number } | null {
  const m = BEHIND.exec(text);
  if (!m || m[0] === '') return null;
  const words = m[1] ?? m[2];
  const minutes = words === undefined ? null : zoneMinutesOf(words);
  return minutes === null && words !== undefined ? null : { minutes, length: m[0].length };
}
