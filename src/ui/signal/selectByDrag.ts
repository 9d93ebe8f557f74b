/** A stretch of time is selected on a strip by dragging over it, a moment by a click. */
import type uPlot from 'uplot';
import type { Span } from '../../analysis/messages/viewMessages.ts';

/** A pointer that moves less than this between press and release has clicked. */
const LEAST_DRAG_PX = 4;

/** @param onSelect the person dragged, or clicked: then both ends are the same */
export function selectByDrag(plot: uPlot, onSelect: (range: Span) => void): void {
  plot.over.addEventListener('mousedown', (press) => {
    const onRelease = (release: MouseEvent): void => {
      const { left, width } = plot.over.getBoundingClientRect();
      const inside = (clientX: number) => Math.min(Math.max(clientX - left, 0), width);
      const dragged = Math.abs(release.clientX - press.clientX) >= LEAST_DRAG_PX;
      const ends = [press.clientX, dragged ? release.clientX : press.clientX].map(
        (clientX) => plot.posToVal(inside(clientX), 'x') * 1000,
      );
      onSelect({ fromMs: Math.min(...ends), toMs: Math.max(...ends) });
    };
    // The pointer may have left the plot by then; the plot may stand in the presenter's window.
    if (!isPlain(press)) return;
    plot.over.ownerDocument.addEventListener('mouseup', onRelease, { once: true });
  });
}

/** A press that selects; with Shift it pans, with Alt it places a cursor. */
export const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.shiftKey && !event.altKey;
