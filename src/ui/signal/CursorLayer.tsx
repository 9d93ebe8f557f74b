import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { CursorName } from '../../state/viewStore.ts';
import { formatClock } from '../format.ts';
import { useViewFeed } from '../plot/plotting.ts';
import { useTidemark, useView } from '../tidemarkContext.ts';
import styles from './cursors.module.css';
import { CURSOR_WORDS } from './cursorWords.ts';
import type { Navigation } from './navigation.ts';
import type { Insets } from './plotGestures.ts';
import { momentAt, shareOf } from './timeSpan.ts';

/** Parts of the window that the arrow keys move a cursor by; with Shift the larger. */
const STEP_SHARE = 0.002;
const LARGE_STEP_SHARE = 0.05;

interface CursorLayerProps {
  readonly navigation: Navigation;
  readonly insets: Insets;
}

/** The two cursors, across all strips. */
export function CursorLayer({ navigation, insets }: CursorLayerProps): ReactNode {
  const cursors = useView((state) => state.cursors);
  return (['a', 'b'] as const).map((name) => {
    const timeMs = cursors[name];
    if (timeMs === null) return null;
    return (
      <Cursor key={name} name={name} timeMs={timeMs} navigation={navigation} insets={insets} />
    );
  });
}

interface CursorProps extends CursorLayerProps {
  readonly name: CursorName;
  readonly timeMs: number;
}

function Cursor({ name, timeMs, navigation, insets }: CursorProps): ReactNode {
  const line = useRef<HTMLDivElement>(null);
  const feed = useViewFeed();
  const { view } = useTidemark();

  useEffect(() => {
    const place = (): void => {
      const element = line.current;
      const shown = feed?.latest();
      if (!element || !shown) return;
      const share = shareOf(shown, timeMs);
      const { left, right } = insets;
      element.style.left = `calc(${left}px + (100% - ${left + right}px) * ${share})`;
      element.style.visibility = share >= 0 && share <= 1 ? 'visible' : 'hidden';
      element.setAttribute('aria-valuemin', String(Math.round(shown.fromMs)));
      element.setAttribute('aria-valuemax', String(Math.round(shown.toMs)));
    };
    place();
    return feed?.subscribe(place);
  }, [feed, timeMs, insets]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const span = navigation.shown();
    if (!span) return;
    const step = event.shiftKey ? LARGE_STEP_SHARE : STEP_SHARE;
    const share = shareOf(span, timeMs);
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: share - step,
      ArrowDown: share - step,
      ArrowRight: share + step,
      ArrowUp: share + step,
      Home: 0,
      End: 1,
    };
    const next = moves[event.key];
    if (next !== undefined) navigation.placeCursor(name, Math.min(1, Math.max(0, next)));
    else if (event.key === 'Delete') view.getState().placeCursor(name, null);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const layer = event.currentTarget.parentElement;
    const span = navigation.shown();
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !layer || !span) return;
    const { left, width } = layer.getBoundingClientRect();
    const share = (event.clientX - left - insets.left) / (width - insets.left - insets.right);
    const moment = momentAt(span, Math.min(1, Math.max(0, share)));
    view.getState().placeCursor(name, moment);
  };

  return (
    <div
      ref={line}
      role="slider"
      tabIndex={0}
      className={name === 'a' ? styles.cursorA : styles.cursorB}
      aria-label={CURSOR_WORDS.cursor(name.toUpperCase())}
      aria-valuenow={Math.round(timeMs)}
      aria-valuetext={formatClock(timeMs)}
      aria-keyshortcuts="ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight Home End Delete"
      title={CURSOR_WORDS.hint(name.toUpperCase())}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      <span className={styles.cursorName}>{name.toUpperCase()}</span>
    </div>
  );
}
