/** Words about classes of events. */
import { NOT_AN_ANOMALY, TRUE_ANOMALY } from '../../detector/scores.ts';
import { spoken } from '../../language/spoken.ts';
import type { ClassFault } from '../../state/eventClasses.ts';
import { classShown } from '../classNameWords.ts';
import { isolated } from '../OutsideText.tsx';

export function classFaultWords(fault: ClassFault): string {
  switch (fault.code) {
    case 'no-name':
      return CLASS_WORDS.noName;
    case 'too-long':
      return CLASS_WORDS.tooLong(fault.most);
    case 'taken':
      return CLASS_WORDS.taken(isolated(classShown(fault.name)));
    case 'too-many':
      return CLASS_WORDS.tooMany(fault.most);
    case 'fixed':
      return CLASS_WORDS.fixed(isolated(classShown(fault.name)));
    default:
      return fault satisfies never;
  }
}

/** What naming an event so does besides; empty for a class of the person's. */
export function classMeaning(name: string): string {
  if (name === TRUE_ANOMALY) return CLASS_WORDS.trueAnomaly;
  if (name === NOT_AN_ANOMALY) return CLASS_WORDS.notAnAnomaly;
  return '';
}

const CLASS_WORDS = spoken({
  en: {
    noName: 'A class needs a name.',
    tooLong: (most: number) => `A name may have ${most} characters.`,
    taken: (name: string) =>
      `There is a class called “${name}” already. Merge the two, or choose another name.`,
    tooMany: (most: number) => `There may be ${most} classes. Merge or delete one first.`,
    fixed: (name: string) => `“${name}” always stays: scores and suggestions go by it.`,
    trueAnomaly: 'odd for certain, whatever it was',
    notAnAnomaly: 'scores do not count it as one',
  },
  pt: {
    noName: 'Uma classe precisa de um nome.',
    tooLong: (most) => `Um nome pode ter no máximo ${most} caracteres.`,
    taken: (name) =>
      `Já existe uma classe chamada “${name}”. Junte as duas, ou escolha outro nome.`,
    tooMany: (most) => `Pode haver no máximo ${most} classes. Junte ou exclua uma primeiro.`,
    fixed: (name) => `“${name}” fica sempre: a pontuação e as sugestões dependem dela.`,
    trueAnomaly: 'com certeza estranho, fosse o que fosse',
    notAnAnomaly: 'a pontuação não conta isto como anomalia',
  },
});
