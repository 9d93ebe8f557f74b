/** A panel's heading, and the ways to let the panel fill the screen. */
import { createContext, type ReactNode, useContext } from 'react';
import { spoken } from '../language/spoken.ts';
import type { PanelName } from '../state/viewStore.ts';
import styles from './panel.module.css';
import { useBoard, useView } from './tidemarkContext.ts';

/** The panel that something stands in; null outside of the layout (tests). */
export const PanelPlace = createContext<PanelName | null>(null);

const WORDS = spoken<Readonly<Record<PanelName, string>>>({
  en: { signal: 'Signal', lower: 'Anomalies', detector: 'Detector', fit: 'Weibull fit' },
  pt: { signal: 'Sinal', lower: 'Anomalias', detector: 'Detector', fit: 'Ajuste de Weibull' },
});

const TITLE_WORDS = spoken({
  en: {
    maximise: (panel: string) => `Maximise ${panel}`,
    showAll: 'Show all panels (Esc)',
    table: (panel: string) => `${panel} as a table`,
  },
  pt: {
    maximise: (panel) => `Maximizar ${panel}`,
    showAll: 'Mostrar todos os painéis (Esc)',
    table: (panel) => `${panel} em tabela`,
  },
});

interface PanelTitleProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The heading: a double click on it is the button beside it. */
export function PanelTitle({ className, children }: PanelTitleProps): ReactNode {
  const toggle = useMaximise()?.toggle;
  return (
    <span className={styles.title}>
      <h2 className={`${styles.heading} ${className ?? ''}`} onDoubleClick={toggle}>
        {children}
      </h2>
      <MaximiseButton />
      <TableButton />
    </span>
  );
}

/** Lets the panel that it stands in fill the screen, and gives all their places back. */
export function MaximiseButton(): ReactNode {
  const maximise = useMaximise();
  if (!maximise) return null;
  const { place, isMaximised, toggle } = maximise;
  return (
    <button
      type="button"
      className={styles.maximise}
      aria-pressed={isMaximised}
      aria-label={TITLE_WORDS.maximise(WORDS[place])}
      title={isMaximised ? TITLE_WORDS.showAll : `${TITLE_WORDS.maximise(WORDS[place])} (F)`}
      onClick={toggle}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d={isMaximised ? BACK : OUT} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </button>
  );
}

/** The numbers of the panel's plot, for those who do not see it or want them exactly. */
function TableButton(): ReactNode {
  const place = useContext(PanelPlace);
  const showTable = useView((state) => state.showTable);
  const hasPlot = useBoard((state) => state.channels.length > 0);
  if ((place !== 'signal' && place !== 'fit') || !hasPlot) return null;
  return (
    <button
      type="button"
      className={styles.maximise}
      aria-label={TITLE_WORDS.table(WORDS[place])}
      title={TITLE_WORDS.table(WORDS[place])}
      onClick={() => showTable(place)}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d={GRID} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </button>
  );
}

const GRID = 'M1 2h12v10H1zM1 5.5h12M1 8.8h12M5.5 2v10';

/** Corners that point outwards, and inwards. */
const OUT = 'M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9';
const BACK = 'M5 1v4H1M13 5H9V1M9 13V9h4M1 9h4v4';

/** For whatever of a panel wants to be its title; null outside of the layout. */
export function useMaximise(): {
  readonly place: PanelName;
  readonly isMaximised: boolean;
  readonly toggle: () => void;
} | null {
  const place = useContext(PanelPlace);
  const isMaximised = useView(({ maximised }) => place !== null && maximised === place);
  const maximise = useView((state) => state.maximise);
  if (place === null) return null;
  return { place, isMaximised, toggle: () => maximise(isMaximised ? null : place) };
}
