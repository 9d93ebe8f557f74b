import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './parameters.module.css';

interface ParameterGroupProps {
  readonly title: string;
  /** The values inside, while it is closed. */
  readonly summary: string;
  /** Something inside needs to be seen. */
  readonly hasError: boolean;
  readonly children: ReactNode;
}

/** Parameters that are seldom touched, folded away behind a line that sums them up. */
export function ParameterGroup(props: ParameterGroupProps): ReactNode {
  const { title, summary, hasError, children } = props;
  const [opened, setOpened] = useState(false);
  const contentId = useId();
  const content = useRef<HTMLDivElement>(null);
  const open = opened || hasError;
  // Opened at the lower edge, it would be opened out of sight.
  useLayoutEffect(() => {
    if (opened) content.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return (
    <div>
      <button
        type="button"
        className={styles.groupToggle}
        aria-expanded={open}
        aria-controls={contentId}
        onClick={() => setOpened(!open)}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> {title}
        {!open && <span className={styles.summary}>{summary}</span>}
      </button>
      <div ref={content} id={contentId} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
