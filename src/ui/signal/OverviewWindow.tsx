import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import type { Span } from '../../analysis/messages/viewMessages.ts';
import { formatClock, formatDuration } from '../format.ts';
import { useViewFeed } from '../plot/plotting.ts';
import type { Navigation } from './navigation.ts';
import styles from './overview.module.css';
import { OVERVIEW_WORDS, WINDOW_PART_WORDS } from './plotWords.ts';
import { RIGHT_PADDING, Y_AXIS_WIDTH } from './stripPlot.ts';
import { momentAt, shareOf } from './timeSpan.ts';

/** What of the window is moved. */
type Part = 'window' | 'start' | 'end';

/** Parts of the window that the arrow keys move it, or one of its ends, by. */
const STEP_SHARE = 0.1;
const PAGE_SHARE = 0.9;
const LEAST_MS = 1;
/** Part of the session that a key moves an end by at least: one that met the other comes away again. */
const LEAST_STEP_SHARE = 0.005;
/** How often the moments of a window that follows the signal are told. */
const TELL_EVERY_MS = 1000;

interface OverviewWindowProps {
  /** What the strip shows: all of the session, as it was a moment ago. */
  readonly session: RefObject<Span | null>;
  readonly navigation: Navigation;
}

/** The visible window on the overview: to be dragged, by itself or by its ends, or moved by keys. */
export function OverviewWindow({ session, navigation }: OverviewWindowProps): ReactNode {
  const layer = useRef<HTMLDivElement>(null);
  const parts = useRef<Partial<Record<Part, HTMLDivElement | null>>>({});
  const drag = useRef<{ readonly part: Part; readonly offsetMs: number } | null>(null);
  /** A key was pressed that nobody has been told the outcome of. */
  const hasAsked = useRef(false);
  const feed = useViewFeed();

  useEffect(() => {
    let toldMs = Number.NEGATIVE_INFINITY;
    const place = (): void => {
      const shown = feed?.latest();
      const whole = session.current;
      const { window, start, end } = parts.current;
      if (!shown || !whole || !window || !start || !end) return;
      const from = within(shareOf(whole, shown.fromMs));
      const to = within(shareOf(whole, shown.toMs));
      window.style.left = percent(from);
      window.style.width = percent(to - from);
      start.style.left = percent(from);
      end.style.left = percent(to);
      // While it moves by itself nobody wants to be told of each frame; whoever has it in hand, of none.
      const isFollowing = shown.extent !== null && shown.toMs >= shown.extent.toMs;
      const isInHand = layer.current?.contains(document.activeElement) && !hasAsked.current;
      if (isFollowing && (isInHand || performance.now() - toldMs < TELL_EVERY_MS)) return;
      toldMs = performance.now();
      hasAsked.current = false;
      const now = { window: shown.fromMs, start: shown.fromMs, end: shown.toMs };
      for (const [part, element] of [
        ['window', window],
        ['start', start],
        ['end', end],
      ] as const) {
        const seconds = (ms: number) => String(Math.round((ms - whole.fromMs) / 1000));
        element.setAttribute('aria-valuemax', seconds(whole.toMs));
        element.setAttribute('aria-valuenow', seconds(now[part]));
        element.setAttribute('aria-valuetext', valueText(part, shown));
      }
    };
    place();
    return feed?.subscribe(place);
  }, [feed, session]);

  /** Moves one part of the window by so many ms. */
  function move(part: Part, ms: number): void {
    const span = navigation.shown();
    const whole = feed?.latest()?.extent;
    if (!span || !whole) return;
    if (part === 'window') {
      navigation.show({ fromMs: span.fromMs + ms, toMs: span.toMs + ms });
      return;
    }
    const fromMs =
      part === 'start'
        ? Math.min(Math.max(whole.fromMs, span.fromMs + ms), span.toMs - LEAST_MS)
        : span.fromMs;
    const toMs =
      part === 'end'
        ? Math.max(Math.min(whole.toMs, span.toMs + ms), span.fromMs + LEAST_MS)
        : span.toMs;
    navigation.show({ fromMs, toMs });
  }

  function momentUnder(event: PointerEvent): number | null {
    const box = layer.current?.getBoundingClientRect();
    if (!box || !session.current) return null;
    return momentAt(session.current, within((event.clientX - box.left) / box.width));
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const moment = momentUnder(event);
    const span = navigation.shown();
    if (event.button !== 0 || moment === null || !span) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const part = partOf(event.target);
    if (part === null) {
      // Beside the window: it comes to the pointer, and goes on with it.
      const half = (span.toMs - span.fromMs) / 2;
      navigation.show({ fromMs: moment - half, toMs: moment + half });
      drag.current = { part: 'window', offsetMs: half };
      return;
    }
    drag.current = { part, offsetMs: moment - (part === 'end' ? span.toMs : span.fromMs) };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const moment = momentUnder(event);
    const span = navigation.shown();
    if (!drag.current || moment === null || !span) return;
    const { part, offsetMs } = drag.current;
    move(part, moment - offsetMs - (part === 'end' ? span.toMs : span.fromMs));
  };
  const onPointerEnd = (): void => {
    drag.current = null;
  };
  const onKeyDown = (part: Part, event: KeyboardEvent): void => {
    const span = navigation.shown();
    if (!span) return;
    const whole = session.current;
    const least = part === 'window' || !whole ? 0 : LEAST_STEP_SHARE * (whole.toMs - whole.fromMs);
    const length = Math.max(span.toMs - span.fromMs, least / STEP_SHARE);
    const step = event.shiftKey ? PAGE_SHARE : STEP_SHARE;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowDown':
        move(part, -step * length);
        break;
      case 'ArrowRight':
      case 'ArrowUp':
        move(part, step * length);
        break;
      case 'PageDown':
        move(part, -PAGE_SHARE * length);
        break;
      case 'PageUp':
        move(part, PAGE_SHARE * length);
        break;
      case 'Home':
        if (part === 'window') navigation.toStart();
        else move(part, Number.NEGATIVE_INFINITY);
        break;
      case 'End':
        if (part === 'window') navigation.toLive();
        else move(part, Number.POSITIVE_INFINITY);
        break;
      default:
        return;
    }
    hasAsked.current = true;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div
      ref={layer}
      role="group"
      aria-label={OVERVIEW_WORDS.overview}
      className={styles.overviewLayer}
      style={{ left: Y_AXIS_WIDTH, right: RIGHT_PADDING }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    >
      {(['window', 'start', 'end'] as const).map((part) => (
        <div
          key={part}
          ref={(element) => {
            parts.current[part] = element;
          }}
          data-part={part}
          role="slider"
          tabIndex={0}
          className={part === 'window' ? styles.overviewWindow : styles.overviewEdge}
          aria-label={WINDOW_PART_WORDS[part]}
          aria-valuemin={0}
          aria-valuemax={0}
          aria-valuenow={0}
          onKeyDown={(event) => onKeyDown(part, event)}
        />
      ))}
    </div>
  );
}

const within = (share: number) => Math.min(1, Math.max(0, share));
const percent = (share: number) => `${100 * share}%`;

function valueText(part: Part, { fromMs, toMs }: Span): string {
  if (part === 'start') return formatClock(fromMs);
  if (part === 'end') return formatClock(toMs);
  return OVERVIEW_WORDS.windowed(
    formatClock(fromMs),
    formatClock(toMs),
    formatDuration(toMs - fromMs),
  );
}

function partOf(target: EventTarget | null): Part | null {
  const part = target instanceof HTMLElement ? target.dataset.part : undefined;
  return part === 'window' || part === 'start' || part === 'end' ? part : null;
}
