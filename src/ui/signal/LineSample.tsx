import type { ReactNode } from 'react';
import { SIGNAL_COLOURS, signalDash } from '../plot/plotColours.ts';

/** How the line of a channel looks: colour and dash. */
export function LineSample({ index }: { readonly index: number }): ReactNode {
  const place = index % SIGNAL_COLOURS;
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
