import type { ReactNode } from 'react';
import { formatAxisTime } from '../format.ts';
import { useBoard } from '../tidemarkContext.ts';
import styles from './signal.module.css';
import { PANEL_WORDS } from './signalWords.ts';

/** Since when there are samples, once the oldest of them were given up. */
export function RawLine(): ReactNode {
  const rawFromMs = useBoard((state) => state.health?.retention.rawFromMs ?? null);
  if (rawFromMs === null) return null;
  return (
    <p className={styles.rawLine}>{PANEL_WORDS.rawSince(formatAxisTime(rawFromMs / 1000, 1))}</p>
  );
}
