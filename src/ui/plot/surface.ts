/** What plots draw on: a canvas of the screen or of a picture, or a recorder that writes SVG. */

/** The canvas members that plots use; see `svgSurface.ts` for what each must mean. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'rect'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'strokeRect'
  | 'setLineDash'
  | 'fillText'
> & {
  /** A whole circle: no plot needs less of one. */
  arc(x: number, y: number, radius: number, from: 0, to: number): void;
  measureText(text: string): { readonly width: number };
};

/** What a part of a picture is: an SVG says so, for whoever edits or counts its parts. */
export type PartName =
  | 'axis'
  | 'block-maximum'
  | 'chosen'
  | 'collective'
  | 'cursor'
  | 'curve'
  | 'drift'
  | 'flag'
  | 'gap'
  | 'histogram'
  | 'label'
  | 'limits'
  | 'newest'
  | 'outlier'
  | 'overview-only'
  | 'rhythm'
  | 'signal'
  | 'threshold';

/** A place on a surface for one plot. */
export interface Sheet {
  readonly context: Surface;
  /** Where the plot's upper left corner goes, in the surface's pixels. */
  readonly left: number;
  readonly top: number;
  /** Pixels of the surface in a CSS pixel. */
  readonly ratio: number;
  /** Draws a named part, for SVG with words that explain it; on a canvas it only draws. */
  readonly part: (name: PartName, draw: () => void, words?: string) => void;
}

/** The same place, for letters, lines and marks that are `by` times as large. */
export function enlarged(sheet: Sheet, by: number): Sheet {
  return { ...sheet, ratio: sheet.ratio * by };
}

/** The whole of a canvas, from its upper left corner. */
export function canvasSheet(context: Surface, ratio: number): Sheet {
  return { context, left: 0, top: 0, ratio, part: (_name, draw) => draw() };
}
