import type { ReactNode } from 'react';
import type { PanelName } from '../state/viewStore.ts';
import styles from './panel.module.css';
import { useView } from './tidemarkContext.ts';

interface PanelLinkProps {
  readonly panel: PanelName;
  /** Has the panel show what the link is called after. */
  readonly open: () => void;
  readonly children: ReactNode;
}

/** Leads to a panel that may be out of sight; where all panels are seen at once there is none. */
export function PanelLink({ panel, open, children }: PanelLinkProps): ReactNode {
  const seek = useView((state) => state.seek);
  return (
    <a
      className={styles.link}
      href={`#panel-${panel}`}
      onClick={(event) => {
        // The address stays as it is.
        event.preventDefault();
        open();
        document.getElementById(`panel-${panel}`)?.focus({ preventScroll: true });
        seek(panel);
      }}
    >
      {children}
    </a>
  );
}
