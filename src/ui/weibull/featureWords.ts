/** What an event was like, in a sentence; a forest goes by the same numbers. */
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { counted, formatDuration, formatMeasured } from '../format.ts';

/** What is shorter would read as no time at all. */
const SHORTEST_MS = 50;
/** Levels nearer than so many σ are the same. */
const SAME_LEVEL = 1;

/** Null while it goes on, and where it is kept no longer. */
export function featureSentence({ features }: Pick<Why, 'features'>): string | null {
  if (!features) return null;
  const { samples, lasted, outliers, peak, rise, shift, equal } = features;
  const long = lasted >= SHORTEST_MS ? `${formatDuration(lasted)}, ` : '';
  const extent = `It was ${long}${counted(samples, 'sample')} long, with ${counted(outliers, 'outlier')}`;
  const when = rise === 0 ? 'at the alarm' : `${counted(rise, 'sample')} after the alarm`;
  const furthest = `furthest, ${formatMeasured(peak, 3)} σ, ${when}`;
  const still = equal > 2 && equal >= samples / 2 ? `; ${equal} values in a row were equal` : '';
  return `${extent}; ${furthest}${still}; ${levelWords(peak < 0 ? -shift : shift)}.`;
}

function levelWords(shift: number): string {
  if (Math.abs(shift) < SAME_LEVEL) return 'the level is as before';
  return `the level is ${formatMeasured(Math.abs(shift), 2)} σ ${shift < 0 ? 'lower' : 'higher'} since`;
}
