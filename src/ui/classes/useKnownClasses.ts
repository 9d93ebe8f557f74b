import { useMemo } from 'react';
import { type EventClass, knownClasses } from '../../state/eventClasses.ts';
import { useClasses, useLabels } from '../tidemarkContext.ts';

/** The person's classes, and those that names in a recording speak of. */
export function useKnownClasses(): readonly EventClass[] {
  const own = useClasses((state) => state.classes);
  const labels = useLabels((state) => state.labels);
  return useMemo(
    () =>
      knownClasses(
        own,
        labels.map(({ name }) => name),
      ),
    [own, labels],
  );
}
