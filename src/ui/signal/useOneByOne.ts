import { useEffect, useState } from 'react';

/** So many are begun at once, as many as a screen shows. */
const FIRST = 4;
const STEP = 2;
const STEP_EVERY_MS = 16;

/**
 * How many of `count` things are shown by now: hundreds may come at once, and each takes a while to
 * make. A few come in each task, so that none is long.
 */
export function useOneByOne(count: number): number {
  const [begun, setBegun] = useState(FIRST);
  useEffect(() => {
    if (begun >= count) return;
    const timer = setTimeout(() => setBegun(begun + STEP), STEP_EVERY_MS);
    return () => clearTimeout(timer);
  }, [begun, count]);
  // What went away comes anew, one by one too.
  if (count <= FIRST && begun > FIRST) setBegun(FIRST);
  return Math.min(begun, count);
}
