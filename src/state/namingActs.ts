/** What the person does with names: of events, and of the classes that they come from. */
import type { Label } from '../analysis/messages/studyMessages.ts';
import type { Stretch } from '../detector/labelOn.ts';
import { MOST_CLASSES } from '../naming/growTree.ts';
import type { ClassStore } from './classStore.ts';
import {
  asClassName,
  type ClassFault,
  type EventClass,
  faultOfFixed,
  faultOfName,
  knownClasses,
  newClass,
} from './eventClasses.ts';
import { type LabelStore, withNames } from './labelStore.ts';
import type { NextSerial } from './undo.ts';

/** Each is one step that can be taken back. What cannot be done is told, and nothing changes. */
export interface NamingActs {
  /** Gives events a name instead of any they have; null takes it away. */
  nameEvents(events: readonly Stretch[], name: string | null): void;
  /** A class that events can be named by. */
  addClass(typed: string): ClassFault | null;
  /** Events with the name have the new one. */
  renameClass(name: string, typed: string): ClassFault | null;
  changeLook(name: string, look: Partial<Pick<EventClass, 'colour' | 'shape'>>): void;
  /** Its events get the name of the other, and it goes. */
  mergeClass(name: string, into: string): ClassFault | null;
  /** Its events have no name any more. */
  deleteClass(name: string): ClassFault | null;
}

export function createNamingActs(
  classes: ClassStore,
  labels: LabelStore,
  next: NextSerial,
): NamingActs {
  /** Those that names in a recording speak of become the person's with whatever is done to them. */
  const known = (): readonly EventClass[] =>
    knownClasses(
      classes.getState().classes,
      labels.getState().labels.map(({ name }) => name),
    );

  function put(
    changedClasses: readonly EventClass[],
    changedLabels: readonly Label[],
    serial = next(),
  ): void {
    const { classes: before, put: putClasses } = classes.getState();
    if (changedClasses !== before) putClasses(changedClasses, serial);
    const { labels: labelsBefore, put: putLabels } = labels.getState();
    if (changedLabels !== labelsBefore) putLabels(changedLabels, serial);
  }

  /** The labels with a name, under another or without. */
  function renamed(name: string, to: string | null): readonly Label[] {
    const { labels: all } = labels.getState();
    if (!all.some((label) => label.name === name)) return all;
    return all.flatMap((label) => {
      if (label.name !== name) return label;
      return to === null ? [] : { ...label, name: to };
    });
  }

  const without = (name: string) => known().filter((one) => one.name !== name);

  return {
    nameEvents(events, name) {
      const { labels: all } = labels.getState();
      put(classes.getState().classes, withNames(all, events, name));
    },
    addClass(typed) {
      const name = asClassName(typed);
      const all = known();
      const fault = faultOfName(name, all);
      if (fault) return fault;
      if (all.length >= MOST_CLASSES) return { code: 'too-many', most: MOST_CLASSES };
      put([...all, newClass(name, all)], labels.getState().labels);
      return null;
    },
    renameClass(name, typed) {
      const to = asClassName(typed);
      if (to === name) return null;
      const fault = faultOfFixed(name) ?? faultOfName(to, without(name));
      if (fault) return fault;
      put(
        known().map((one) => (one.name === name ? { ...one, name: to } : one)),
        renamed(name, to),
      );
      return null;
    },
    changeLook(name, look) {
      put(
        known().map((one) => (one.name === name ? { ...one, ...look } : one)),
        labels.getState().labels,
      );
    },
    mergeClass(name, into) {
      const fault = faultOfFixed(name);
      if (fault) return fault;
      put(without(name), renamed(name, into));
      return null;
    },
    deleteClass(name) {
      const fault = faultOfFixed(name);
      if (fault) return fault;
      put(without(name), renamed(name, null));
      return null;
    },
  };
}
