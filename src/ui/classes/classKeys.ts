/** The number keys and the classes that they stand for. */
import type { EventClass } from '../../state/eventClasses.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export const isClassKey = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  /^\d$/.test(key) && !ctrlKey && !metaKey && !altKey;

/** The name that a key gives; null takes it away, undefined: there are not so many classes. */
export function classByKey(classes: readonly EventClass[], key: string): string | null | undefined {
  return key === '0' ? null : classes[Number(key) - 1]?.name;
}

/** The key of the class at a place in the list; empty from the tenth on. */
export const keyOfClass = (place: number): string => (place < 9 ? String(place + 1) : '');
