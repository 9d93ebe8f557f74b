/** What classes of events are called. */
import { NOT_AN_ANOMALY, TRUE_ANOMALY } from '../detector/scores.ts';
import { spoken } from '../language/spoken.ts';
import { asClassName } from '../state/eventClasses.ts';

/** What a class is called: two are kept under their English names, and read in every language. */
export function classShown(name: string): string {
  if (name === TRUE_ANOMALY) return NAME_WORDS.trueAnomaly;
  if (name === NOT_AN_ANOMALY) return NAME_WORDS.notAnAnomaly;
  return name;
}

/** What is kept of a name that was typed: a person who types one of those two means it. */
export function classTyped(typed: string): string {
  const name = asClassName(typed).toLowerCase();
  return [TRUE_ANOMALY, NOT_AN_ANOMALY].find((kept) => classShown(kept) === name) ?? typed;
}

const NAME_WORDS = spoken({
  en: { trueAnomaly: TRUE_ANOMALY, notAnAnomaly: NOT_AN_ANOMALY },
  pt: { trueAnomaly: 'anomalia verdadeira', notAnAnomaly: 'não é anomalia' },
});
