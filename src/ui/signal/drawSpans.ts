/** Stretches of time: collective anomalies, drifts, rhythms; and lost samples (hatching). */
import type { GapSpan, Span } from '../../analysis/messages/viewMessages.ts';
import { formatDuration } from '../format.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { TERM_WORDS } from '../terms.ts';
import { DRAWN_WORDS } from './plotWords.ts';

/** How a kind of span looks. */
interface SpanLook {
  readonly word: 'collective' | 'drift';
  readonly fill: string;
  readonly edge: string;
  /** Where the bracket stands: two kinds over one stretch are told apart. */
  readonly bracket: 'foot' | 'top';
}

export const collectiveLook = (colours: PlotColours): SpanLook => ({
  word: 'collective',
  fill: colours.collective,
  edge: colours.collectiveEdge,
  bracket: 'foot',
});

export const driftLook = (colours: PlotColours): SpanLook => ({
  word: 'drift',
  fill: colours.drift,
  edge: colours.driftEdge,
  bracket: 'top',
});

export function shadeSpans(area: PlotArea, spans: readonly Span[], look: SpanLook): void {
  insideArea(area, (context) => {
    for (const span of spans) {
      const { from, to } = spanPixels(area, span, 3);
      context.fillStyle = look.fill;
      area.part(look.word, () => context.fillRect(from, area.top, to - from, area.height));
    }
  });
}

/** Bracket, and where there is room for it the label, over the signal. */
export function labelSpans(
  area: PlotArea,
  spans: readonly Span[],
  look: SpanLook,
  colours: PlotColours,
): void {
  const { ratio } = area;
  const isFoot = look.bracket === 'foot';
  const edge = isFoot ? area.top + area.height - 6 * ratio : area.top + 4 * ratio;
  const hook = edge + (isFoot ? -5 : 5) * ratio;
  insideArea(area, (context) => {
    const label = createSpanLabel(area, TERM_WORDS[look.word], look.edge, colours);
    for (const span of spans) {
      const { from, to } = spanPixels(area, span, 3);
      context.strokeStyle = look.edge;
      context.lineWidth = 1.5 * ratio;
      context.beginPath();
      context.moveTo(from, hook);
      context.lineTo(from, edge);
      context.lineTo(to, edge);
      context.lineTo(to, hook);
      context.stroke();
      label(from, to, isFoot ? edge - 7 * ratio : edge + 22 * ratio);
    }
  });
}

/** Under the line: the signal stays as it is to be seen. */
export function underlineSpans(area: PlotArea, spans: readonly Span[], colours: PlotColours): void {
  const { ratio } = area;
  const foot = area.top + area.height - 3 * ratio;
  insideArea(area, (context) => {
    const label = createSpanLabel(area, TERM_WORDS.rhythm, colours.rhythmEdge, colours);
    for (const span of spans) {
      const { from, to } = spanPixels(area, span, 3);
      context.fillStyle = colours.rhythmEdge;
      area.part('rhythm', () => context.fillRect(from, foot - 2 * ratio, to - from, 4 * ratio));
      // Above the label of a collective anomaly, which may be of the same samples.
      label(from, to, foot - 27 * ratio);
    }
  });
}

/** Writes a word at spans that come in the order of time, wherever it does not meet the last one. */
function createSpanLabel(
  area: PlotArea,
  word: string,
  edge: string,
  colours: PlotColours,
): (from: number, to: number, bottom: number) => void {
  const { context, ratio } = area;
  setSmallText(area, colours.font, edge);
  const width = context.measureText(word).width;
  let labelled = Number.NEGATIVE_INFINITY;
  return (from, to, bottom) => {
    const room = area.left + area.width - width - 4 * ratio;
    // Beside a span that is too narrow for it, clear of the mark at its end.
    const wanted = to - from < width ? to + 9 * ratio : from + 3 * ratio;
    // A span that has begun before the view keeps its label at the edge until it is gone.
    const left = Math.max(area.left + 3 * ratio, Math.min(wanted, room));
    if (left < labelled || to < area.left) return;
    labelled = left + width + 8 * ratio;
    context.textAlign = 'left';
    context.textBaseline = 'bottom';
    context.fillStyle = colours.panel;
    context.globalAlpha = 0.8;
    context.fillRect(left - 2 * ratio, bottom - 15 * ratio, width + 4 * ratio, 16 * ratio);
    context.globalAlpha = 1;
    context.fillStyle = edge;
    context.fillText(word, left, bottom);
  };
}

export function drawGaps(area: PlotArea, gaps: readonly GapSpan[], colours: PlotColours): void {
  insideArea(area, () => {
    for (const gap of gaps) {
      const { from, to } = spanPixels(area, gap, 2);
      area.part(
        'gap',
        () => {
          hatch(area, from, to, colours.gap);
          labelGap(area, gap, from, to, colours);
        },
        gapWords(gap),
      );
    }
  });
}

function hatch(area: PlotArea, from: number, to: number, colour: string): void {
  const { context, ratio, top, height } = area;
  context.save();
  context.beginPath();
  context.rect(from, top, to - from, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = ratio;
  context.beginPath();
  for (let x = from - height; x < to; x += 7 * ratio) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

function gapWords({ lost, fromMs, toMs }: GapSpan): string {
  if (lost === null) return DRAWN_WORDS.noData;
  return lost === 0 ? DRAWN_WORDS.silent(formatDuration(toMs - fromMs)) : DRAWN_WORDS.lost(lost);
}

function labelGap(
  area: PlotArea,
  gap: GapSpan,
  from: number,
  to: number,
  colours: PlotColours,
): void {
  const { context } = area;
  const text = gapWords(gap);
  setSmallText(area, colours.font, colours.text);
  const width = context.measureText(text).width;
  if (width + 8 * area.ratio > to - from) return;
  const middle = (from + to) / 2;
  const top = area.top + area.height / 2;
  context.fillStyle = colours.panel;
  const height = 16 * area.ratio;
  context.fillRect(
    middle - width / 2 - 4 * area.ratio,
    top - height / 2,
    width + 8 * area.ratio,
    height,
  );
  context.fillStyle = colours.text;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, middle, top);
}

/** A span in canvas pixels, cut to the area (bar a margin) and never thinner than can be seen. */
function spanPixels(area: PlotArea, span: Span, leastCssPx: number): { from: number; to: number } {
  const margin = 20 * area.ratio;
  const from = Math.max(area.x(span.fromMs / 1000), area.left - margin);
  const to = Math.min(area.x(span.toMs / 1000), area.left + area.width + margin);
  return { from, to: Math.max(to, from + leastCssPx * area.ratio) };
}
