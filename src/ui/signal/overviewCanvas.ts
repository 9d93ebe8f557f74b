/** A canvas for the whole session. No React in here. */
import type { View } from '../../analysis/messages/viewMessages.ts';
import { canvasSheet } from '../plot/surface.ts';
import { drawOverview, type OverviewLooks } from './drawOverview.ts';

export interface OverviewCanvas {
  show(whole: View): void;
  /** In CSS pixels; draws what was shown last. */
  resize(widthPx: number, heightPx: number): void;
  destroy(): void;
}

export function createOverviewCanvas(host: HTMLElement, looks: OverviewLooks): OverviewCanvas {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let shown: View | null = null;
  host.append(canvas);

  function draw(): void {
    if (!context || !shown) return;
    const ratio = devicePixelRatio;
    context.clearRect(0, 0, canvas.width, canvas.height);
    const size = { width: canvas.width / ratio, height: canvas.height / ratio };
    drawOverview(canvasSheet(context, ratio), size, shown, looks);
  }

  return {
    show(whole) {
      shown = whole;
      draw();
    },
    resize(width, height) {
      canvas.width = Math.round(width * devicePixelRatio);
      canvas.height = Math.round(height * devicePixelRatio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      draw();
    },
    destroy: () => canvas.remove(),
  };
}
