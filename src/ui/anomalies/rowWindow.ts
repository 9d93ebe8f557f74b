/** Of a long list the rows that are drawn: those in sight, and some more on either side. */

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

const BEYOND = 8;

export function rowWindow(
  count: number,
  rowPx: number,
  scrollTop: number,
  heightPx: number,
): RowWindow {
  const inSight = Math.ceil(heightPx / rowPx);
  const top = Math.floor(scrollTop / rowPx);
  const end = Math.min(count, Math.max(0, top) + inSight + BEYOND);
  return { first: Math.max(0, Math.min(top, count - inSight) - BEYOND), end };
}

/** The rows of the window, and the one that the keys are on, wherever it is: the Tab key must find it. */
export function drawnRows({ first, end }: RowWindow, active: number): readonly number[] {
  const rows = Array.from({ length: end - first }, (_, at) => first + at);
  if (rows.length === 0 || (active >= first && active < end)) return rows;
  return active < first ? [active, ...rows] : [...rows, active];
}

/** How far to scroll so that a row is in sight; as it is when it is already. */
export function scrollTo(
  row: number,
  rowPx: number,
  { scrollTop, heightPx }: { readonly scrollTop: number; readonly heightPx: number },
): number {
  const top = row * rowPx;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowPx - heightPx);
}
