import type { ReactNode } from 'react';
import { SIGNAL_COLOURS } from '../../analysis/messages/findings.ts';
import { signalDash } from '../plot/plotColours.ts';

/** How a line of this colour looks: with its dash. */
export function LineSample({ colour }: { readonly colour: number }): ReactNode {
  const place = colour % SIGNAL_COLOURS;
  return (
    <svg width="22" height="8" aria-hidden="true">
      <line
        x1="1"
        x2="21"
        y1="4"
        y2="4"
        stroke={`var(--plot-signal-${place})`}
        strokeWidth="2.5"
        strokeDasharray={signalDash(place).join(' ')}
      />
    </svg>
  );
}
