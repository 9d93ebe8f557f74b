import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import type { EventClass } from '../../state/eventClasses.ts';
import { classByKey, isClassKey } from '../classes/classKeys.ts';
import { useTidemark } from '../tidemarkContext.ts';

export interface ListActs {
  /** -1 when it is not in the list. */
  rowOf(id: number): number;
  /** From one row to another by a key; with Shift all between them are marked. */
  moved(from: number, to: number, isExtending: boolean): void;
  /** A key on a row; whether it had a meaning. */
  pressed(event: KeyboardEvent, row: number): boolean;
  clicked(click: MouseEvent, id: number): void;
}

/** What keys and clicks on rows do: the same functions for as long as the list is there. */
export function useListActs(
  events: readonly AnomalyEvent[],
  classes: readonly EventClass[],
): ListActs {
  const { list, view, alarms, naming } = useTidemark();
  const rows = useMemo(() => new Map(events.map(({ id }, row) => [id, row])), [events]);
  const now = useRef({ events, rows, classes });
  now.current = { events, rows, classes };
  /** Where a stretch of marked rows was begun. */
  const anchor = useRef<number | null>(null);

  return useMemo(() => {
    const rowOf = (id: number): number => now.current.rows.get(id) ?? -1;

    function extend(from: number, to: number): void {
      const { events: listed } = now.current;
      const begun = anchor.current === null ? -1 : rowOf(anchor.current);
      if (begun < 0) anchor.current = listed[from]?.id ?? null;
      const one = begun < 0 ? from : begun;
      const between = listed.slice(Math.min(one, to), Math.max(one, to) + 1);
      list.getState().mark(between.map(({ id }) => id));
    }

    /** All that are marked; without any the one. */
    function meant(one: AnomalyEvent): readonly AnomalyEvent[] {
      const { marked } = list.getState();
      const chosen = now.current.events.filter(({ id }) => marked.has(id));
      return chosen.length > 0 ? chosen : [one];
    }

    return {
      rowOf,
      moved(from, to, isExtending) {
        if (isExtending) extend(from, to);
        else anchor.current = null;
        const event = now.current.events[to];
        if (!event) return;
        // What runs goes on; a view that stands still goes with the event that it was to show.
        const { fixed, choose, jumpTo } = view.getState();
        if (fixed) jumpTo(event);
        else choose(event);
      },
      pressed(pressed, row) {
        const { key, ctrlKey, metaKey, target } = pressed;
        const { events: listed } = now.current;
        const event = listed[row];
        const { mark, toggleMark, marked } = list.getState();
        if (!event) return false;
        if (key === 'Escape' && marked.size > 0) mark([]);
        else if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
          mark(listed.map(({ id }) => id));
        } else if (isClassKey(pressed)) {
          const name = classByKey(now.current.classes, key);
          if (name === undefined) return false;
          naming.nameEvents(meant(event), name);
        }
        // Other buttons and headings take these themselves.
        else if (!isJump(target)) return false;
        else if (key === ' ') toggleMark(event.id);
        else if (key === 'Enter') view.getState().jumpTo(event);
        else if (key.toLowerCase() === 'a') {
          alarms.getState().acknowledge(meant(event));
        } else return false;
        return true;
      },
      clicked({ shiftKey, ctrlKey, metaKey }, id) {
        const row = rowOf(id);
        const event = now.current.events[row];
        if (!event) return;
        if (shiftKey) {
          extend(row, row);
          return;
        }
        anchor.current = id;
        if (ctrlKey || metaKey) list.getState().toggleMark(id);
        else {
          list.getState().mark([id]);
          view.getState().jumpTo(event);
        }
      },
    };
  }, [list, view, alarms, naming]);
}

/** The button that stands for a row. */
const isJump = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('tbody button:not([data-names])') !== null;

const STEPS: Readonly<Record<string, (count: number, pageRows: number) => number>> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: (_, pageRows) => pageRows,
  PageUp: (_, pageRows) => -pageRows,
  Home: (count) => -count,
  End: (count) => count,
};

/** The row that a key leads to; null for any other key. */
export function rowAfterKey(
  key: string,
  row: number,
  count: number,
  pageRows: number,
): number | null {
  const step = STEPS[key]?.(count, pageRows);
  return step === undefined ? null : Math.min(Math.max(0, row + step), Math.max(0, count - 1));
}
