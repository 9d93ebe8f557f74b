import type { ReactNode } from 'react';
import type { KnownBoard } from '../../board/knownBoards.ts';

/** A chip; with a plug before it when a bridge stands between it and USB. Says nothing by itself. */
export function BoardIcon({ usb }: { readonly usb: KnownBoard['usb'] | null }): ReactNode {
  return (
    <svg width="20" height="14" viewBox="0 0 20 14" fill="none" stroke="currentColor" aria-hidden>
      <rect x="8.5" y="2.5" width="9" height="9" rx="1" />
      <path d="M11 2.5V.5M15 2.5V.5M11 13.5v-2M15 13.5v-2" />
      {usb === 'bridge' ? <path d="M.5 4.5h4v5h-4zM4.5 7h4" /> : <path d="M3 7h5.5" />}
    </svg>
  );
}
