/** Words about classes of events. */
import { NOT_AN_ANOMALY, TRUE_ANOMALY } from '../../detector/scores.ts';
import type { ClassFault } from '../../state/eventClasses.ts';
import { isolated } from '../OutsideText.tsx';

export function classFaultWords(fault: ClassFault): string {
  switch (fault.code) {
    case 'no-name':
      return 'A class needs a name.';
    case 'too-long':
      return `A name may have ${fault.most} characters.`;
    case 'taken':
      return `There is a class called “${isolated(fault.name)}” already. Merge the two, or choose another name.`;
    case 'too-many':
      return `There may be ${fault.most} classes. Merge or delete one first.`;
    case 'fixed':
      return `“${isolated(fault.name)}” always stays: scores and suggestions go by it.`;
    default:
      return fault satisfies never;
  }
}

/** What naming an event so does besides; empty for a class of the person's. */
export function classMeaning(name: string): string {
  if (name === TRUE_ANOMALY) return 'odd for certain, whatever it was';
  if (name === NOT_AN_ANOMALY) return 'scores do not count it as one';
  return '';
}
