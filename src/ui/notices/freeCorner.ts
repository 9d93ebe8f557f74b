/** Which corner of the screen what floats over the page goes to, so that what has the focus is seen. Pure. */

/** In px of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Both sides below; above on the right, where a phone has no other side. The first is where it is at rest. */
const CORNERS = ['right', 'left', 'top'] as const;
export type Corner = (typeof CORNERS)[number];

/** Px between the stack and the window's edges, as app.module.css has it. */
const EDGE = 10;

/**
 * Stays where it is while nothing of the focus is beneath; else goes where the least is.
 *
 * @param focus the box of what has the focus
 * @param stack the size of what floats, px
 * @param view the size of the window, px
 */
export function freeCorner(
  now: Corner,
  focus: Box,
  stack: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): Corner {
  const covered = (corner: Corner): number => {
    const left = corner === 'left' ? EDGE : view.width - EDGE - stack.width;
    const top = corner === 'top' ? EDGE : view.height - EDGE - stack.height;
    const width = Math.min(focus.right, left + stack.width) - Math.max(focus.left, left);
    const height = Math.min(focus.bottom, top + stack.height) - Math.max(focus.top, top);
    return Math.max(0, width) * Math.max(0, height);
  };
  let best = now;
  for (const corner of CORNERS) if (covered(corner) < covered(best)) best = corner;
  return best;
}
