import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly name: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A named region of the screen. Its heading is inside, where the panel wants it. */
export function Panel({ name, className, children }: PanelProps): ReactNode {
  return (
    <section aria-label={name} className={`${styles.panel} ${className ?? ''}`}>
      {children}
    </section>
  );
}
