import type { ReactNode } from 'react';
import { SIGNAL_COLOURS } from '../../analysis/messages/findings.ts';
import type { ClassShape, EventClass } from '../../state/eventClasses.ts';

/** In a square of 12. */
const PATHS: Readonly<Record<ClassShape, string>> = {
  disc: 'M6 1.5a4.5 4.5 0 1 0 .01 0z',
  square: 'M2 2h8v8H2z',
  triangle: 'M6 1.5 11 10.5H1z',
  diamond: 'M6 .8 11.2 6 6 11.2.8 6z',
  plus: 'M4.4 1h3.2v3.4H11v3.2H7.6V11H4.4V7.6H1V4.4h3.4z',
  ring: 'M6 1a5 5 0 1 0 .01 0zM6 3.6a2.4 2.4 0 1 1-.01 0z',
  wedge: 'M1 1.5h10L6 10.5z',
  bars: 'M1 2h10v2.6H1zM1 7.4h10V10H1z',
};

/** The colour and the shape of a class; its name stands beside it. */
export function ClassSign({
  its,
}: {
  readonly its: Pick<EventClass, 'colour' | 'shape'>;
}): ReactNode {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={PATHS[its.shape]}
        fill={`var(--plot-signal-${its.colour % SIGNAL_COLOURS})`}
        fillRule="evenodd"
      />
    </svg>
  );
}
