import { type ReactNode, useId } from 'react';
import { useView } from '../tidemarkContext.ts';
import { ConsoleDrawer } from './ConsoleDrawer.tsx';
import styles from './console.module.css';

export function ConsoleBar(): ReactNode {
  const open = useView((state) => state.consoleOpen);
  const toggle = useView((state) => state.toggleConsole);
  const drawerId = useId();
  return (
    <footer className={styles.bar}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={drawerId}
        onClick={toggle}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> Console
      </button>
      <div id={drawerId} hidden={!open}>
        {open && <ConsoleDrawer />}
      </div>
    </footer>
  );
}
