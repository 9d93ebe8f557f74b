import type { ReactNode } from 'react';
import type { EventKind } from '../../state/listStore.ts';

/** A drawing beside each word: kinds are told apart without colour, and from afar. */
export function CauseSign({ kind }: { readonly kind: EventKind }): ReactNode {
  return (
    <svg width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
      <path d={PATHS[kind]} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

const PATHS: Readonly<Record<EventKind, string>> = {
  // One far away; several close together; a ramp; a line that no longer swings.
  alarm: 'M0 8h4l2-7 2 7h4',
  collective: 'M0 8h2l1-6 1.5 6L6 2l1.5 6L9 2l1 6h2',
  drift: 'M0 9l3-1 2-1.5 2-3 2-2 3-1',
  rhythm: 'M0 5q1.5-7 3 0t3 0h6',
};
