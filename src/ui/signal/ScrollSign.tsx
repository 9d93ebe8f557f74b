import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import styles from './signal.module.css';
import { PANEL_WORDS } from './signalWords.ts';

interface ScrollSignProps {
  /** What scrolls. */
  readonly plots: RefObject<HTMLDivElement | null>;
  /** How many strips there are: with another number it is looked at anew. */
  readonly strips: number;
}

/** Says how many strips are out of sight, and brings the next ones. */
export function ScrollSign({ plots, strips }: ScrollSignProps): ReactNode {
  const [below, setBelow] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other strips are other heights
  useEffect(() => {
    const element = plots.current;
    if (!element) return;
    const look = (): void => setBelow(stripsBelow(element));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    const stack = element.firstElementChild;
    if (stack) observer.observe(stack);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [plots, strips]);

  if (below === 0) return null;
  return (
    <button
      type="button"
      className={styles.scrollSign}
      onClick={() => {
        const element = plots.current;
        element?.scrollBy({ top: element.clientHeight / 2 });
      }}
    >
      ▾ {PANEL_WORDS.more(below)}
    </button>
  );
}

/** Strips of which less than half is to be seen; the last one always stands at the foot. */
function stripsBelow(element: HTMLElement): number {
  const all = [...element.querySelectorAll<HTMLElement>('[data-channels]')];
  const last = all.at(-1);
  if (!last || all.length < 2) return 0;
  const foot = last.getBoundingClientRect().top;
  return all.slice(0, -1).filter((strip) => {
    const { top, bottom } = strip.getBoundingClientRect();
    return (top + bottom) / 2 > foot;
  }).length;
}
