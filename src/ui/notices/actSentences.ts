/**
 * What a person has just done, in a sentence: from a store's state before and after. Null where there is
 * nothing to say. Pure.
 */
import type { Label } from '../../analysis/messages/studyMessages.ts';
import { differingParameters, type ParameterName } from '../../detector/parameters.ts';
import type { AlarmState } from '../../state/alarmStore.ts';
import type { ClassState } from '../../state/classStore.ts';
import type { LabelState } from '../../state/labelStore.ts';
import { effectiveOf, ownChanges } from '../../state/ownParameters.ts';
import type { TuningState } from '../../state/tuningStore.ts';
import { wentThrough } from '../../state/undo.ts';
import { classShown } from '../classNameWords.ts';
import { withUnit } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { PARAMETER_WORDS, parameterWord, valueWords } from '../parameterWords.ts';
import { ACT_WORDS } from './actWords.ts';

/** @param nameOf a channel as it is shown, by its place */
export function alarmsSentence(
  before: AlarmState,
  { did, switches }: AlarmState,
  nameOf: (channel: number) => string,
): string | null {
  if (switches.muted !== before.switches.muted) {
    return switches.muted ? ACT_WORDS.muted : ACT_WORDS.unmuted;
  }
  const act = did[0];
  if (did === before.did || !act) return null;
  switch (act.kind) {
    case 'acknowledge':
      return ACT_WORDS.acknowledged(did.length);
    case 'acknowledge-all': {
      const { alarms } = before.latch;
      return ACT_WORDS.acknowledged(alarms.filter(({ fromMs }) => fromMs <= act.upToMs).length);
    }
    case 'shelve':
      return ACT_WORDS.shelved(isolated(nameOf(act.channel)));
    case 'unshelve':
      return ACT_WORDS.unshelved(isolated(nameOf(act.channel)));
    case 'note':
      return act.text === '' ? ACT_WORDS.unnoted : ACT_WORDS.noted;
    default:
      return act satisfies never;
  }
}

/** What is edited is heard where it is edited: only what was taken back is said. */
export function tuningSentence(before: TuningState, now: TuningState): string | null {
  const way = wentThrough(before, now);
  if (way !== 'undone' && way !== 'redone') return null;
  return ACT_WORDS[way](changesOf(before, now));
}

function changesOf(before: TuningState, now: TuningState): string {
  const general = differingParameters(now.editing, before.editing).map((name) => ({
    channel: null,
    name,
  }));
  const channels = new Set([...Object.keys(now.own), ...Object.keys(before.own)]);
  const own = [...channels].flatMap((channel) =>
    Object.keys(ownChanges(now.own, before.own, channel) ?? {}).map((name) => ({
      channel,
      name: name as ParameterName | 'judge',
    })),
  );
  const changes = [...general, ...own];
  const [one] = changes;
  if (!one || changes.length > 1) return ACT_WORDS.parameters(changes.length);
  const { channel, name } = one;
  const what = name === 'judge' ? judgedIn(now, channel) : valueIn(now, channel, name);
  return channel === null ? what : ACT_WORDS.ofChannel(isolated(channel), what);
}

function valueIn({ editing, own }: TuningState, channel: string | null, name: ParameterName) {
  const value = valueWords(effectiveOf(editing, own, channel)[name]);
  return ACT_WORDS.back(parameterWord(name), withUnit(value, PARAMETER_WORDS[name].unit));
}

function judgedIn({ own }: TuningState, channel: string | null): string {
  const isLeftOut = channel !== null && own[channel]?.judge === 0;
  return isLeftOut ? ACT_WORDS.notJudged : ACT_WORDS.judged;
}

export function labelsSentence(before: LabelState, now: LabelState): string | null {
  const way = wentThrough(before, now);
  if (way === null) return null;
  const gained = now.labels.filter((label) => !before.labels.includes(label));
  const lost = before.labels.filter((label) => !now.labels.includes(label));
  const changed = gained.length > 0 ? gained : lost;
  const name = onlyName(changed);
  const count = changed.length;
  if (way === 'done') {
    // The bar counts what is labelled by pointing.
    if (now.labelling || name === null) return null;
    return gained.length > 0 ? ACT_WORDS.named(count, name) : ACT_WORDS.unnamed(count, name);
  }
  if (name === null) return ACT_WORDS[way](ACT_WORDS.names(count));
  const words = gained.length > 0 ? ACT_WORDS.hasName : ACT_WORDS.hasNoName;
  return ACT_WORDS[way](words(count, name));
}

/** The name that all of them have, as it is shown; null where they differ. */
function onlyName([first, ...rest]: readonly Label[]): string | null {
  if (!first || rest.some(({ name }) => name !== first.name)) return null;
  return isolated(classShown(first.name));
}

/** What is done with classes is seen and heard in their dialog: only what was taken back is said. */
export function classesSentence(before: ClassState, now: ClassState): string | null {
  const way = wentThrough(before, now);
  if (way !== 'undone' && way !== 'redone') return null;
  const shown = (name: string) => isolated(classShown(name));
  const gained = now.classes.filter(({ name }) => !before.classes.some((one) => one.name === name));
  const lost = before.classes.filter(({ name }) => !now.classes.some((one) => one.name === name));
  const look = now.classes.filter((one) => !before.classes.includes(one));
  const [come, gone, other] = [gained[0], lost[0], look[0]];
  if (gained.length > 1 || lost.length > 1) return ACT_WORDS[way](ACT_WORDS.classes);
  if (come && gone) {
    return ACT_WORDS[way](ACT_WORDS.classCalled(shown(gone.name), shown(come.name)));
  }
  if (come) return ACT_WORDS[way](ACT_WORDS.classThere(shown(come.name)));
  if (gone) return ACT_WORDS[way](ACT_WORDS.classGone(shown(gone.name)));
  return ACT_WORDS[way](other ? ACT_WORDS.classLook(shown(other.name)) : ACT_WORDS.classes);
}
