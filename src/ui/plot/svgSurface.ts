/** A surface that writes what is drawn on it as SVG: the same calls as a canvas, the same picture. */
import type { Sheet, Surface } from './surface.ts';
import { type Attributes, element, escapeXml, openingTag, paint, short } from './svgText.ts';

export interface SvgSurface {
  readonly sheet: Sheet;
  /** All that was drawn so far, as elements. */
  readonly content: () => string;
}

/** How a drawing differs from what was drawn. */
export interface SvgLook {
  /** Before the ids in it, where it shares a document with others; empty unless said. */
  readonly idPrefix?: string;
  /** The colour in the place of one that was drawn with; the same unless said. */
  readonly inkOf?: (colour: string) => string;
}

const LOOKS = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
] as const;
type Looks = Pick<Surface, (typeof LOOKS)[number]>;

/** Pixels to go down from where a text hangs to its baseline, in font sizes: few programs know the names. */
const BASELINES: Readonly<Partial<Record<CanvasTextBaseline, number>>> = {
  top: 0.8,
  middle: 0.35,
  bottom: -0.2,
};
const ANCHORS: Readonly<Partial<Record<CanvasTextAlign, string>>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
};

/**
 * Coordinates that are not finite are left out, as a canvas leaves them out.
 *
 * @param widthOf how wide a text is in a font, in pixels
 */
export function createSvgSurface(
  widthOf: (text: string, font: string) => number,
  { idPrefix = '', inkOf = (colour) => colour }: SvgLook = {},
): SvgSurface {
  const written: string[] = [];
  const saved: { readonly looks: Looks; readonly dash: readonly number[]; clips: number }[] = [];
  let dash: readonly number[] = [];
  let path = '';
  let clips = 0;
  let clipsEver = 0;
  /** Bars of one look, one after the other, are one element. */
  let bars: { readonly look: string; d: string } | null = null;

  const write = (text: string): void => {
    if (bars) written.push(`<path d="${bars.d}"${bars.look}/>`);
    bars = null;
    if (text !== '') written.push(text);
  };
  const attributesOf = (attributes: Attributes): string => openingTag('', attributes).slice(1, -1);
  const fillOf = (): Attributes =>
    paint('fill', inkOf(String(surface.fillStyle)), surface.globalAlpha);
  const strokeOf = (): Attributes => ({
    fill: 'none',
    ...paint('stroke', inkOf(String(surface.strokeStyle)), surface.globalAlpha),
    'stroke-width': surface.lineWidth,
    ...(dash.length > 0 ? { 'stroke-dasharray': dash.map(short).join(' ') } : {}),
  });
  const add = (command: string, ...points: number[]): void => {
    if (points.every(Number.isFinite)) path += command + points.map(short).join(' ');
  };
  const box = (x: number, y: number, width: number, height: number): string =>
    [x, y, width, height].every(Number.isFinite)
      ? `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`
      : '';
  const draw = (d: string, attributes: Attributes): void => {
    if (d !== '') write(element('path', { d, ...attributes }));
  };

  const surface: Surface = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    lineWidth: 1,
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    save() {
      const looks = Object.fromEntries(LOOKS.map((name) => [name, surface[name]])) as Looks;
      saved.push({ looks, dash, clips });
      clips = 0;
    },
    restore() {
      const before = saved.pop();
      if (!before) return;
      write('</g>'.repeat(clips));
      Object.assign(surface, before.looks);
      ({ dash, clips } = before);
    },
    beginPath() {
      path = '';
    },
    moveTo: (x, y) => add('M', x, y),
    lineTo: (x, y) => add(path === '' ? 'M' : 'L', x, y),
    closePath() {
      if (path !== '') path += 'Z';
    },
    rect(x, y, width, height) {
      path += box(x, y, width, height);
    },
    arc(x, y, radius) {
      if (![x, y, radius].every(Number.isFinite)) return;
      const half = `a${short(radius)} ${short(radius)} 0 1 1 `;
      path += `M${short(x - radius)} ${short(y)}${half}${short(2 * radius)} 0${half}${short(-2 * radius)} 0Z`;
    },
    clip() {
      clips += 1;
      clipsEver += 1;
      const id = `${idPrefix}clip${clipsEver}`;
      write(element('clipPath', { id }, element('path', { d: path })));
      written.push(openingTag('g', { 'clip-path': `url(#${id})` }));
    },
    fill: () => draw(path, fillOf()),
    stroke: () => draw(path, strokeOf()),
    fillRect(x, y, width, height) {
      const bar = box(x, y, width, height);
      if (bar === '') return;
      const look = attributesOf(fillOf());
      if (bars?.look !== look) write('');
      bars ??= { look, d: '' };
      bars.d += bar;
    },
    strokeRect: (x, y, width, height) => draw(box(x, y, width, height), strokeOf()),
    setLineDash(segments) {
      dash = [...segments];
    },
    fillText(text, x, y) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return;
      const [, weight = '400', size = '10', family = ''] =
        /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(surface.font) ?? [];
      const anchor = ANCHORS[surface.textAlign];
      const attributes = {
        x,
        y: y + Number(size) * (BASELINES[surface.textBaseline] ?? 0),
        ...fillOf(),
        'font-size': Number(size),
        'font-family': family,
        ...(weight === '400' ? {} : { 'font-weight': weight }),
        ...(anchor ? { 'text-anchor': anchor } : {}),
      };
      write(element('text', attributes, escapeXml(text)));
    },
    measureText: (text) => ({ width: widthOf(text, surface.font) }),
  };

  return {
    sheet: {
      context: surface,
      left: 0,
      top: 0,
      ratio: 1,
      part(name, drawPart, words) {
        write(openingTag('g', { class: name }));
        if (words !== undefined) written.push(element('title', {}, escapeXml(words)));
        drawPart();
        write('</g>');
      },
    },
    content() {
      write('');
      return written.join('');
    },
  };
}
