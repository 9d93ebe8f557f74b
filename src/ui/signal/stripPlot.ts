/**
 * One strip: a channel by itself, or several overlaid, those of one unit on one scale. Owns its
 * uPlot, redraws from the columns of a view. No React in here.
 */
import uPlot from 'uplot';
import type { Label } from '../../analysis/messages/studyMessages.ts';
import type { ChannelView, Span, View } from '../../analysis/messages/viewMessages.ts';
import type { ChosenEvent } from '../../state/viewStore.ts';
import { axisOffset, drawTimeAxis, drawValueAxis, roomFor } from '../plot/axes.ts';
import { placedIn } from '../plot/placedIn.ts';
import { endsOf, type PlotArea, plotArea } from '../plot/plotArea.ts';
import { type PlotColours, signalStroke } from '../plot/plotColours.ts';
import { canvasSheet, enlarged, type Sheet } from '../plot/surface.ts';
import { nextRange, unionOf, wantedRange, type YRange } from '../plot/yRange.ts';
import { drawBand, drawBandOf, drawLearning } from './drawBand.ts';
import { drawBands, drawRawStart } from './drawBands.ts';
import { drawChosen } from './drawChosen.ts';
import { drawLabels } from './drawLabels.ts';
import { drawMarks, FLAG_ROOM, type NameReach } from './drawMarks.ts';
import { drawNewest, type NewestLabel, newestWords } from './drawNewest.ts';
import { drawReadout } from './drawReadout.ts';
import { drawSignal } from './drawSignal.ts';
import {
  collectiveLook,
  drawGaps,
  driftLook,
  labelSpans,
  shadeSpans,
  underlineSpans,
} from './drawSpans.ts';
import { isPlain, selectByDrag } from './selectByDrag.ts';

/** Width of a y axis in CSS pixels: the same for all strips, so that their times line up. */
export const Y_AXIS_WIDTH = 62;
/** Room at the right for the newest values, where there is no axis. */
export const RIGHT_PADDING = 58;
const TIME_AXIS_HEIGHT = 26;

export interface StripOptions {
  /** Channels by scale: the first scale has the left axis, the second the right one. */
  readonly scales: readonly (readonly number[])[];
  readonly showTimeAxis: boolean;
  readonly colours: PlotColours;
  /** How many times as large as usual letters, lines and marks are. */
  readonly enlargedBy: number;
  /** How far the names reach over the plot. */
  readonly names: () => NameReach;
  readonly nameOf: (channel: number) => string;
  /** Which of the colours of signals. */
  readonly colourOf: (channel: number) => number;
  /** What the person has labelled, on all channels. */
  readonly labels: () => readonly Label[];
  /** The event that is told of elsewhere; null without one. */
  readonly chosen: () => ChosenEvent | null;
  /** Limits that the person has typed; null = follow the signal. */
  readonly yLimits: (channel: number) => YRange | null;
  /** The person dragged over a stretch of time, or clicked: then both ends are the same. */
  readonly onSelect: (range: Span) => void;
}

export interface StripPlot {
  show(view: View): void;
  /** Draws what is shown now, elsewhere. */
  drawOn(sheet: Sheet): void;
  /** In CSS pixels. */
  size(): { readonly width: number; readonly height: number };
  redraw(): void;
  resize(widthPx: number, heightPx: number): void;
  destroy(): void;
}

/** uPlot only has to keep the scales: the lines are drawn from the view. */
const NOTHING = [0, 0];

const scaleName = (index: number) => (index === 0 ? 'y' : `y${index}`);

export function createStripPlot(host: HTMLElement, options: StripOptions): StripPlot {
  const {
    scales,
    showTimeAxis,
    colours,
    enlargedBy,
    names,
    nameOf,
    colourOf,
    labels,
    chosen,
    yLimits,
    onSelect,
  } = options;
  const [collective, drift] = [collectiveLook(colours), driftLook(colours)];
  const channels = scales.flatMap((members, scale) =>
    members.map((index) => ({ index, scale: scaleName(scale) })),
  );
  const single = channels.length === 1;
  let shown: View | null = null;
  const ranges = new Map<string, YRange>();

  const areaOn = (plot: uPlot, sheet: Sheet, scale?: string): PlotArea =>
    plotArea(plot, enlarged(sheet, enlargedBy), uPlot.pxRatio * enlargedBy, scale);

  const drawEach = (
    plot: uPlot,
    sheet: Sheet,
    draw: (area: PlotArea, view: ChannelView, channel: number) => void,
  ): void => {
    for (const { index, scale } of channels) {
      const view = shown?.channels[index];
      if (view) draw(areaOn(plot, sheet, scale), view, index);
    }
  };

  function drawAxes(plot: uPlot, sheet: Sheet): void {
    const time = endsOf(plot, 'x');
    if (time && showTimeAxis) drawTimeAxis(areaOn(plot, sheet), time, colours);
    for (const scale of scales.keys()) {
      const ends = endsOf(plot, scaleName(scale));
      // The first axis stands at the left and carries the grid; a second one at the right.
      if (!ends || scale > 1) continue;
      const area = areaOn(plot, sheet, scaleName(scale));
      drawValueAxis(area, scale === 0 ? 'left' : 'right', ends, colours);
    }
  }

  /** Newest values, while the newest sample is in view. */
  function drawNewestValues(plot: uPlot, sheet: Sheet): void {
    const newestMs = shown?.extent?.toMs ?? Number.POSITIVE_INFINITY;
    if (!shown || newestMs > shown.toMs || newestMs < shown.fromMs) return;
    const labels: NewestLabel[] = [];
    drawEach(plot, sheet, (on, { latest }, channel) => {
      const scale = channels.find(({ index }) => index === channel)?.scale ?? 'y';
      const ends = endsOf(plot, scale);
      if (!latest || !ends || !Number.isFinite(latest.value)) return;
      const { colour } = signalStroke(colours, colourOf(channel));
      const words = newestWords(latest.value, ends, axisOffset(on, ends));
      labels.push({ y: on.y(latest.value), words, colour });
    });
    // Where there is an axis at the right its labels have the room.
    if (scales.length === 1) drawNewest(areaOn(plot, sheet), labels, colours);
  }

  /** All of the strip: on its own canvas, or on what a picture is made on. */
  function draw(plot: uPlot, sheet: Sheet, isPicture: boolean): void {
    const whole = areaOn(plot, sheet);
    sheet.context.save();
    drawAxes(plot, sheet);
    if (shown) drawGaps(whole, shown.gaps, colours);
    drawEach(plot, sheet, (on, view, channel) => {
      shadeSpans(on, view.collective, collective);
      shadeSpans(on, view.drift, drift);
      if (single) drawBand(on, view, colours);
      else drawBandOf(on, view, signalStroke(colours, colourOf(channel)));
      drawBands(on, view.bands, signalStroke(colours, colourOf(channel)).colour);
    });
    const rawFromMs = shown?.extent?.rawFromMs ?? null;
    if (rawFromMs !== null) drawRawStart(whole, rawFromMs, colours);
    drawEach(plot, sheet, (on, view, channel) => {
      drawSignal(on, view, signalStroke(colours, colourOf(channel)));
    });
    drawEach(plot, sheet, (on, view, channel) => {
      labelSpans(on, view.collective, collective, colours);
      labelSpans(on, view.drift, drift, colours);
      underlineSpans(on, view.rhythm, colours);
      const mine = labels().filter((label) => label.channel === channel);
      drawLabels(on, mine, colours);
      const told = chosen();
      if (told?.channel === channel) drawChosen(on, told, colours);
      drawMarks(on, view.marks, colours, names());
    });
    let line = 0;
    drawEach(plot, sheet, (on, view, channel) => {
      drawLearning(on, view, colours, single ? null : nameOf(channel), line);
      if (view.learning) line += 1;
    });
    drawNewestValues(plot, sheet);
    // A picture has no pointer.
    if (!isPicture) {
      drawEach(plot, sheet, (on, _, channel) => {
        const readout = shown?.readouts?.[channel];
        if (readout)
          drawReadout(on, readout, signalStroke(colours, colourOf(channel)).colour, colours);
      });
    }
    sheet.context.restore();
  }

  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 80),
      height: Math.max(host.clientHeight, 40),
      legend: { show: false },
      padding: [
        FLAG_ROOM * enlargedBy,
        scales.length > 1 ? 0 : RIGHT_PADDING * enlargedBy,
        showTimeAxis ? 0 : 6,
        0,
      ],
      cursor: {
        sync: { key: 'signal' },
        drag: { x: true, y: false, setScale: false },
        points: { show: false },
        bind: {
          mousedown: (_plot, _target, handle) => (event) => {
            if (isPlain(event)) handle(event);
            return null;
          },
        },
      },
      scales: {
        x: { auto: false, range: (_plot, min, max) => [min, max] },
        ...Object.fromEntries(
          scales.map((_members, scale): [string, uPlot.Scale] => [
            scaleName(scale),
            { auto: false, range: (_plot, min, max) => [min, max] },
          ]),
        ),
      },
      axes: [
        { ...roomFor('bottom', TIME_AXIS_HEIGHT * enlargedBy), show: showTimeAxis },
        ...scales
          .slice(0, 2)
          .map((_, scale) =>
            roomFor(scale === 0 ? 'left' : 'right', Y_AXIS_WIDTH * enlargedBy, scaleName(scale)),
          ),
      ],
      series: [
        {},
        ...channels.map(
          ({ scale }): uPlot.Series => ({
            scale,
            paths: () => null,
            points: { show: false },
          }),
        ),
      ],
      hooks: {
        draw: [(self) => draw(self, canvasSheet(self.ctx, uPlot.pxRatio), false)],
        setSelect: [
          (self) => {
            // Strips share their cursor, so that a drag marks all of them; only one is meant.
            self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
      },
    },
    [NOTHING, ...channels.map(() => NOTHING)],
    placedIn(host),
  );

  selectByDrag(plot, onSelect);

  /** The range of a scale: what was typed, else what its channels want. */
  function rangeOf(view: View, members: readonly number[], before: YRange | null): YRange | null {
    const typed = unionOf(members.map(yLimits));
    if (typed) return typed;
    const wanted = unionOf(
      members.map((index) => {
        const data = view.channels[index];
        return data ? wantedRange(data) : null;
      }),
    );
    return wanted ? nextRange(before, wanted) : before;
  }

  return {
    show(view) {
      shown = view;
      if (view.channels.length === 0) return;
      plot.batch(() => {
        const [min, max] = [view.fromMs / 1000, view.toMs / 1000];
        plot.setData([[min, max], ...channels.map(() => NOTHING)], false);
        plot.setScale('x', { min, max });
        for (const [scale, members] of scales.entries()) {
          const name = scaleName(scale);
          const range = rangeOf(view, members, ranges.get(name) ?? null);
          if (!range) continue;
          ranges.set(name, range);
          plot.setScale(name, range);
        }
      });
    },
    drawOn: (sheet) => draw(plot, sheet, true),
    size: () => ({ width: plot.width, height: plot.height }),
    redraw: () => plot.redraw(false),
    resize: (width, height) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  };
}

/** Room beside the plotted area of a strip with so many scales. */
export function insetsOf(scales: number): { readonly left: number; readonly right: number } {
  return { left: Y_AXIS_WIDTH, right: scales > 1 ? Y_AXIS_WIDTH : RIGHT_PADDING };
}
