/** How wide texts are in this browser. */
import type { TextWidth } from './picture.ts';

/** In CSS pixels; 0 where the browser has no canvas. */
export function canvasTextWidth(): TextWidth {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (!context) return 0;
    context.font = font;
    return context.measureText(text).width;
  };
}
