/** Stretches of time: collective anomalies (shade, bracket, label) and lost samples (hatching). */
import type { GapSpan, Span } from '../../analysis/messages/viewMessages.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';

export function shadeCollective(
  area: PlotArea,
  spans: readonly Span[],
  colours: PlotColours,
): void {
  insideArea(area, (context) => {
    for (const span of spans) {
      const { from, to } = pixels(area, span, 3);
      context.fillStyle = colours.collective;
      area.part('collective', () => context.fillRect(from, area.top, to - from, area.height));
    }
  });
}

/** Bracket, and where there is room for it the label, over the signal. */
export function labelCollective(
  area: PlotArea,
  spans: readonly Span[],
  colours: PlotColours,
): void {
  insideArea(area, (context) => {
    setSmallText(area, colours.font, colours.collectiveEdge);
    const width = context.measureText('collective').width;
    let labelled = Number.NEGATIVE_INFINITY;
    for (const span of spans) {
      const { from, to } = pixels(area, span, 3);
      const bracketTop = area.top + area.height - 6 * area.ratio;
      context.strokeStyle = colours.collectiveEdge;
      context.lineWidth = 1.5 * area.ratio;
      context.beginPath();
      context.moveTo(from, bracketTop - 5 * area.ratio);
      context.lineTo(from, bracketTop);
      context.lineTo(to, bracketTop);
      context.lineTo(to, bracketTop - 5 * area.ratio);
      context.stroke();
      const room = area.left + area.width - width - 4 * area.ratio;
      // Beside a span that is too narrow for it, clear of the mark at its end.
      const wanted = to - from < width ? to + 9 * area.ratio : from + 3 * area.ratio;
      // A span that has begun before the view keeps its label at the edge until it is gone.
      const left = Math.max(area.left + 3 * area.ratio, Math.min(wanted, room));
      if (left < labelled || to < area.left) continue;
      labelled = left + width + 8 * area.ratio;
      const bottom = bracketTop - 7 * area.ratio;
      context.textAlign = 'left';
      context.textBaseline = 'bottom';
      context.fillStyle = colours.panel;
      context.globalAlpha = 0.8;
      context.fillRect(
        left - 2 * area.ratio,
        bottom - 15 * area.ratio,
        width + 4 * area.ratio,
        16 * area.ratio,
      );
      context.globalAlpha = 1;
      context.fillStyle = colours.collectiveEdge;
      context.fillText('collective', left, bottom);
    }
  });
}

export function drawGaps(area: PlotArea, gaps: readonly GapSpan[], colours: PlotColours): void {
  insideArea(area, () => {
    for (const gap of gaps) {
      const { from, to } = pixels(area, gap, 2);
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

const gapWords = ({ lost }: GapSpan): string => (lost === null ? 'no data' : `${lost} lost`);

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
function pixels(area: PlotArea, span: Span, leastCssPx: number): { from: number; to: number } {
  const margin = 20 * area.ratio;
  const from = Math.max(area.x(span.fromMs / 1000), area.left - margin);
  const to = Math.min(area.x(span.toMs / 1000), area.left + area.width + margin);
  return { from, to: Math.max(to, from + leastCssPx * area.ratio) };
}
