/** One channel's strip: owns its uPlot, redraws from the columns of a view. No React in here. */
import uPlot from 'uplot';
import type { GapSpan, Span, View } from '../../analysis/messages.ts';
import type { Label } from '../../analysis/studyMessages.ts';
import { formatAxisTime, formatMeasured } from '../format.ts';
import { brokenLine } from './brokenLine.ts';
import { drawBand } from './drawBand.ts';
import { drawLabels } from './drawLabels.ts';
import { drawMarks, FLAG_ROOM } from './drawMarks.ts';
import { drawGaps, labelCollective, shadeCollective } from './drawSpans.ts';
import { plotArea } from './plotArea.ts';
import { type PlotColours, signalStroke } from './plotColours.ts';
import { nextRange, wantedRange, type YRange } from './yRange.ts';

/** Width of the y axis in CSS pixels: the same for all strips, so that their times line up. */
export const Y_AXIS_WIDTH = 62;
const TIME_AXIS_HEIGHT = 26;
const TIME_LABEL_WIDTH = 54;
/** A pointer that moves less than this between press and release has clicked. */
const LEAST_DRAG_PX = 4;

export interface StripOptions {
  readonly channel: number;
  readonly showTimeAxis: boolean;
  readonly colours: PlotColours;
  /** What the person has labelled, on all channels. */
  readonly labels: () => readonly Label[];
  /** The person dragged over a stretch of time, or clicked: then both ends are the same. */
  readonly onSelect: (range: Span) => void;
}

export interface StripPlot {
  show(view: View): void;
  redraw(): void;
  resize(widthPx: number, heightPx: number): void;
  destroy(): void;
}

export function createStripPlot(host: HTMLElement, options: StripOptions): StripPlot {
  const { channel, showTimeAxis, colours, labels, onSelect } = options;
  const { colour, dash } = signalStroke(colours, channel);
  let shown: View | null = null;
  let range: YRange | null = null;

  const columns = () => shown?.channels[channel] ?? null;
  const area = (plot: uPlot) => plotArea(plot, uPlot.pxRatio);
  const font = `12px ${colours.font}`;
  const noGaps: readonly GapSpan[] = [];

  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 80),
      height: Math.max(host.clientHeight, 40),
      legend: { show: false },
      padding: [FLAG_ROOM, 8, showTimeAxis ? 0 : 6, 0],
      cursor: {
        sync: { key: 'signal' },
        drag: { x: true, y: false, setScale: false },
        points: { show: false },
      },
      scales: {
        x: { auto: false, range: (_plot, min, max) => [min, max] },
        y: { auto: false, range: (_plot, min, max) => [min, max] },
      },
      axes: [
        {
          show: showTimeAxis,
          size: TIME_AXIS_HEIGHT,
          stroke: colours.text,
          font,
          grid: { stroke: colours.grid, width: 1 },
          ticks: { show: false },
          space: 90,
          values: (self, splits, _axis, _space, increment) =>
            splits.map((seconds) =>
              fits(self, seconds) ? formatAxisTime(seconds, increment) : '',
            ),
        },
        {
          size: Y_AXIS_WIDTH,
          stroke: colours.text,
          font,
          grid: { stroke: colours.grid, width: 1 },
          ticks: { show: false },
          space: 28,
          values: (_plot, splits, _axis, _space, increment) => axisValues(splits, increment),
        },
      ],
      series: [
        {},
        {
          stroke: colour,
          width: 1.5,
          dash: [...dash],
          points: { show: false },
          paths: (self) => {
            const view = columns();
            return view
              ? { stroke: brokenLine(area(self), view.time, view.value), fill: null, flags: 0 }
              : null;
          },
        },
      ],
      hooks: {
        drawAxes: [
          (self) => {
            const view = columns();
            if (!view) return;
            drawGaps(area(self), shown?.gaps ?? noGaps, colours);
            shadeCollective(area(self), view.collective, colours);
            drawBand(area(self), view, colours);
          },
        ],
        draw: [
          (self) => {
            const view = columns();
            if (!view) return;
            labelCollective(area(self), view.collective, colours);
            const mine = labels().filter((label) => label.channel === channel);
            drawLabels(area(self), mine, colours);
            drawMarks(area(self), view.marks, colours);
          },
        ],
        setSelect: [
          (self) => {
            // Strips share their cursor, so that a drag marks all of them; only one is meant.
            self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
      },
    },
    [new Float64Array(), new Float64Array()],
    host,
  );

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
    // The pointer may have left the plot by then.
    if (press.button === 0) document.addEventListener('mouseup', onRelease, { once: true });
  });

  return {
    show(view) {
      shown = view;
      const data = view.channels[channel];
      if (!data) return;
      const wanted = wantedRange(data);
      if (wanted) range = nextRange(range, wanted);
      plot.batch(() => {
        plot.setData([data.time, data.value], false);
        plot.setScale('x', { min: view.fromMs / 1000, max: view.toMs / 1000 });
        if (range) plot.setScale('y', range);
      });
    },
    redraw: () => plot.redraw(false),
    resize: (width, height) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  };
}

/** Whether a time label has room before the right edge of the canvas. */
function fits(plot: uPlot, seconds: number): boolean {
  const { max = seconds, min = seconds } = plot.scales.x ?? {};
  const share = (max - seconds) / (max - min || 1);
  return share * (plot.width - Y_AXIS_WIDTH) > TIME_LABEL_WIDTH / 2;
}

/** Decimals that a tick distance needs: 1 for 2.5, 2 for 0.25. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 6;
}

/** Ticks with as many decimals as their step needs, and no more. */
function axisValues(splits: readonly number[], step: number): string[] {
  const largest = Math.max(...splits.map(Math.abs));
  if (largest >= 1e6 || (step > 0 && step < 1e-5)) {
    return splits.map((value) => formatMeasured(value, 3));
  }
  const decimals = decimalsOf(step);
  return splits.map((value) => value.toFixed(decimals).replace('-', '−'));
}
