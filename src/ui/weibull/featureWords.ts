/** What an event was like, in a sentence; a forest goes by the same numbers. */
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatDuration, formatMeasured } from '../format.ts';

/** What is shorter would read as no time at all. */
const SHORTEST_MS = 50;
/** Levels nearer than so many σ are the same. */
const SAME_LEVEL = 1;

const WORDS = spoken({
  en: {
    /** @param time empty, or with its comma */
    extent: (time: string, samples: number, outliers: number) =>
      `It was ${time}${counted(samples, 'sample')} long, with ${counted(outliers, 'outlier')}`,
    furthestAtAlarm: (peak: string) => `furthest, ${peak} σ, at the alarm`,
    furthestAfter: (peak: string, samples: number) =>
      `furthest, ${peak} σ, ${counted(samples, 'sample')} after the alarm`,
    equal: (values: number) => `${values} values in a row were equal`,
    sameLevel: 'the level is as before',
    lower: (by: string) => `the level is ${by} σ lower since`,
    higher: (by: string) => `the level is ${by} σ higher since`,
  },
  pt: {
    extent: (time, samples, outliers) =>
      `Durou ${time}${counted(samples, 'amostra')}, com ${counted(outliers, 'outlier')}`,
    furthestAtAlarm: (peak) => `maior desvio, ${peak} σ, no alarme`,
    furthestAfter: (peak, samples) =>
      `maior desvio, ${peak} σ, ${counted(samples, 'amostra')} depois do alarme`,
    equal: (values) => `${values} valores seguidos foram iguais`,
    sameLevel: 'o nível é o mesmo de antes',
    lower: (by) => `desde então o nível está ${by} σ mais baixo`,
    higher: (by) => `desde então o nível está ${by} σ mais alto`,
  },
});

/** Null while it goes on, and where it is kept no longer. */
export function featureSentence({ features }: Pick<Why, 'features'>): string | null {
  if (!features) return null;
  const { samples, lasted, outliers, peak, rise, shift, equal } = features;
  const time = lasted >= SHORTEST_MS ? `${formatDuration(lasted)}, ` : '';
  const furthest = formatMeasured(peak, 3);
  const parts = [
    WORDS.extent(time, samples, outliers),
    rise === 0 ? WORDS.furthestAtAlarm(furthest) : WORDS.furthestAfter(furthest, rise),
    ...(equal > 2 && equal >= samples / 2 ? [WORDS.equal(equal)] : []),
    levelWords(peak < 0 ? -shift : shift),
  ];
  return `${parts.join('; ')}.`;
}

function levelWords(shift: number): string {
  if (Math.abs(shift) < SAME_LEVEL) return WORDS.sameLevel;
  const by = formatMeasured(Math.abs(shift), 2);
  return shift < 0 ? WORDS.lower(by) : WORDS.higher(by);
}
