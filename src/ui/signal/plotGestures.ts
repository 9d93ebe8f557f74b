/**
 * Mouse, wheel and fingers on the plots. A plain drag is not among them: it selects, in each strip.
 *
 * - wheel: pan; with Ctrl or Cmd, and a pinch on a touchpad, which comes as that: zoom
 * - Shift and drag: pan; Alt and click: place a cursor; double click: back to live
 * - one finger, sideways: pan; two fingers: zoom and pan
 */
import type { Navigation } from './navigation.ts';

/** Room beside the plotted area within the element, in CSS pixels. */
export interface Insets {
  readonly left: number;
  readonly right: number;
}

/** Pixels in a line of a wheel that counts in lines. */
const LINE_PX = 16;
/** e-fold of zoom in so many pixels of wheel. */
const ZOOM_PX = 300;

interface Finger {
  x: number;
}

/**
 * Listens on the element that holds all strips. Returns a function that stops it.
 *
 * @param isPicking whether a click has a meaning of its own, so that two are not a double click
 */
export function listenForGestures(
  element: HTMLElement,
  insets: () => Insets,
  navigation: Navigation,
  isPicking: () => boolean,
): () => void {
  const fingers = new Map<number, Finger>();
  let dragged: { readonly pointerId: number; x: number } | null = null;

  const width = (): number => {
    const { left, right } = insets();
    return Math.max(1, element.clientWidth - left - right);
  };
  const shareAt = (clientX: number): number => {
    const from = element.getBoundingClientRect().left + insets().left;
    return Math.min(1, Math.max(0, (clientX - from) / width()));
  };

  function onWheel(event: WheelEvent): void {
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      navigation.zoom(Math.exp((event.deltaY * scale) / ZOOM_PX), shareAt(event.clientX));
      return;
    }
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    // What scrolls, many strips or the page with its panels stacked, must not be caught.
    if (!isSideways && (scrolls(element) || scrolls(document.documentElement))) return;
    event.preventDefault();
    navigation.pan(((event.deltaX + event.deltaY) * scale) / width());
  }

  function onPointerDown(event: PointerEvent): void {
    if (isOwnControl(event.target)) return;
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, { x: event.clientX });
      return;
    }
    if (event.button !== 0) return;
    if (event.altKey) navigation.placeNextCursor(shareAt(event.clientX));
    if (event.shiftKey) {
      dragged = { pointerId: event.pointerId, x: event.clientX };
      element.setPointerCapture(event.pointerId);
    }
  }

  function onPointerMove(event: PointerEvent): void {
    if (dragged?.pointerId === event.pointerId) {
      navigation.pan((dragged.x - event.clientX) / width());
      dragged.x = event.clientX;
      return;
    }
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const [other] = [...fingers].flatMap(([id, one]) => (id === event.pointerId ? [] : [one]));
    if (other) pinch(finger, other, event.clientX);
    else navigation.pan((finger.x - event.clientX) / width());
    finger.x = event.clientX;
  }

  /** What lay under each finger stays under it. */
  function pinch(moved: Finger, still: Finger, x: number): void {
    const before = moved.x - still.x;
    const after = x - still.x;
    // Fingers that cross would turn time around.
    if (before * after <= 0) return;
    navigation.zoom(before / after, shareAt(still.x));
  }

  function onPointerEnd(event: PointerEvent): void {
    fingers.delete(event.pointerId);
    if (dragged?.pointerId === event.pointerId) dragged = null;
  }

  function onDoubleClick(event: MouseEvent): void {
    if (!isOwnControl(event.target) && !isPicking()) navigation.toLive();
  }

  element.addEventListener('wheel', onWheel, { passive: false });
  element.addEventListener('pointerdown', onPointerDown);
  element.addEventListener('pointermove', onPointerMove);
  element.addEventListener('pointerup', onPointerEnd);
  element.addEventListener('pointercancel', onPointerEnd);
  element.addEventListener('dblclick', onDoubleClick);
  return () => {
    element.removeEventListener('wheel', onWheel);
    element.removeEventListener('pointerdown', onPointerDown);
    element.removeEventListener('pointermove', onPointerMove);
    element.removeEventListener('pointerup', onPointerEnd);
    element.removeEventListener('pointercancel', onPointerEnd);
    element.removeEventListener('dblclick', onDoubleClick);
  };
}

function scrolls({ scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight > clientHeight;
}

/** Cursors lie over the plots and have a mind of their own. */
function isOwnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=slider], button') !== null;
}
