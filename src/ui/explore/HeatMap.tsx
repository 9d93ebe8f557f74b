import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { HeatMapResult } from '../../analysis/messages/studyMessages.ts';
import {
  formatExact,
  formatParameter,
  formatPercent,
  inPercent,
  withDecimalSign,
} from '../format.ts';
import { parameterWord } from '../parameterWords.ts';
import { formatScore } from '../scoreWords.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { HEAT_MAP_WORDS } from './exploreWords.ts';
import { nearestIndex } from './heatMapAxes.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** γ across, δ down. One cell is in the tab order; arrow keys move, Enter or a click takes it. */
export function HeatMap({ result }: { readonly result: HeatMapResult }): ReactNode {
  const { gammas, deltas } = result;
  const editing = useTuning((state) => state.editing);
  const edit = useTuning((state) => state.edit);
  const table = useRef<HTMLTableElement>(null);
  const current: Cell = {
    row: nearestIndex(deltas, editing.delta),
    column: nearestIndex(gammas, editing.gamma),
  };
  const [visited, setVisited] = useState<Cell>(current);
  const most = result.measure === 'f1' ? 1 : Math.max(...result.values.flat(), 1e-12);

  const onKeyDown = (event: KeyboardEvent): void => {
    // From where the focus is: a pointer that rests on the map may have visited another cell since.
    const at = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    const [row = visited.row, column = visited.column] = at?.split('-').map(Number) ?? [];
    const next = moved({ row, column }, event.key, deltas.length - 1, gammas.length - 1);
    if (!next) return;
    event.preventDefault();
    setVisited(next);
    const selector = `[data-cell="${next.row}-${next.column}"]`;
    table.current?.querySelector<HTMLElement>(selector)?.focus();
  };

  return (
    <>
      <p className={styles.detail}>
        {words(result, visited)}
        <span className={styles.soft}>
          {HEAT_MAP_WORDS.now(formatParameter(editing.gamma), formatParameter(editing.delta))}
        </span>
      </p>
      <div className={styles.mapScroll}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked through by keys is ARIA's grid
          role="grid"
          aria-label={HEAT_MAP_WORDS.map}
          className={styles.heat}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {parameterWord('delta')} ↓
                <br />
                {parameterWord('gamma')} →
              </th>
              {gammas.map((gamma) => (
                <th key={gamma} scope="col" className={styles.gamma}>
                  {formatParameter(gamma)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {deltas.map((delta, row) => (
              <tr key={delta}>
                <th scope="row">{formatParameter(delta)}</th>
                {gammas.map((gamma, column) => {
                  const value = result.values[column]?.[row] ?? Number.NaN;
                  const here = row === current.row && column === current.column;
                  const cell = words(result, { row, column });
                  const share = Math.round(100 * (value / most));
                  return (
                    <td key={gamma}>
                      <button
                        type="button"
                        data-cell={`${row}-${column}`}
                        className={here ? styles.ringed : styles.cell}
                        style={{
                          background: `color-mix(in oklab, var(--heat-most) ${share}%, var(--panel))`,
                        }}
                        tabIndex={row === visited.row && column === visited.column ? 0 : -1}
                        aria-label={here ? HEAT_MAP_WORDS.inUse(cell) : cell}
                        title={HEAT_MAP_WORDS.exactly(cell, formatExact(value))}
                        onFocus={() => setVisited({ row, column })}
                        onMouseEnter={() => setVisited({ row, column })}
                        onClick={() => edit({ gamma, delta })}
                      >
                        {short(result, value)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function moved({ row, column }: Cell, key: string, lastRow: number, lastColumn: number) {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: lastColumn };
    default:
      return null;
  }
}

/** `γ 2.5, δ 0.94: F1 0.96`. */
function words(result: HeatMapResult, { row, column }: Cell): string {
  const gamma = formatParameter(result.gammas[column] ?? Number.NaN);
  const delta = formatParameter(result.deltas[row] ?? Number.NaN);
  const value = result.values[column]?.[row] ?? Number.NaN;
  const said =
    result.measure === 'f1'
      ? `F1 ${formatScore(value)}`
      : HEAT_MAP_WORDS.flagged(shortPercent(value));
  return HEAT_MAP_WORDS.cell(gamma, delta, said);
}

/** What a cell has room for. */
function short(result: HeatMapResult, value: number): string {
  if (result.measure === 'f1')
    return value >= 0.995 ? '1' : withDecimalSign(value.toFixed(2)).slice(1);
  return shortPercent(value).replace(inPercent(''), '');
}

/** A percentage in five characters at most. */
function shortPercent(share: number): string {
  if (share <= 0 || share >= 0.001) return formatPercent(share);
  const percent = share < 0.00005 ? '<0.01' : (100 * share).toFixed(2);
  return inPercent(withDecimalSign(percent));
}
