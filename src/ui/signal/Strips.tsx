import { type ReactNode, useEffect, useState } from 'react';
import { Strip } from './Strip.tsx';

/** So many are begun at once, about as many as a screen shows. */
const FIRST = 4;
const STEP = 2;
const STEP_EVERY_MS = 16;

interface StripsProps {
  /** Of each strip from the top its channels by scale, as in `StripOptions`. */
  readonly scales: readonly (readonly (readonly number[])[])[];
}

/**
 * The strips over each other. Many channels may come at once, and each strip takes a while to make: a
 * few are made in each task, so that none is long.
 */
export function Strips({ scales }: StripsProps): ReactNode {
  const [begun, setBegun] = useState(FIRST);
  const count = scales.length;
  useEffect(() => {
    if (begun >= count) return;
    const timer = setTimeout(() => setBegun(begun + STEP), STEP_EVERY_MS);
    return () => clearTimeout(timer);
  }, [begun, count]);
  // When they come again, they come a few at a time again.
  if (count <= FIRST && begun > FIRST) setBegun(FIRST);
  return scales
    .slice(0, begun)
    .map((members, place) => (
      <Strip
        key={members.map((indexes) => indexes.join()).join(';')}
        scales={members}
        place={place}
        last={place === count - 1}
      />
    ));
}
