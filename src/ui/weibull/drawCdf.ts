/** Empirical and fitted CDF of the block maxima, with the thresholds. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { plottingPosition, weibullCdf } from '../../detector/weibull.ts';
import { formatParameter, withDecimalSign } from '../format.ts';
import { drawAxis } from '../plot/axes.ts';
import { traceLine } from '../plot/brokenLine.ts';
import { type Ends, insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { valueTicks } from '../plot/ticks.ts';
import { drawMaxima } from './drawMaxima.ts';
import type { FitDrawing } from './fitPlot.ts';
import { formatLevel } from './limitWords.ts';
import { deviationRange, weibullCurve } from './weibullCurve.ts';
import { FIT_PLOT_WORDS } from './weibullWords.ts';

/** Between two labels of the deviation axis, in CSS pixels. */
const DEVIATION_SPACE = 45;
const LEVELS = [0, 0.25, 0.5, 0.75, 1];

type Weibull = NonNullable<FitReport['weibull']>;

/** What of a fit is to be seen on its curve. */
export type Fitted = Pick<FitReport, 'maxima' | 'weibull' | 'gamma' | 'delta' | 'level'>;

/** @param beyond a deviation that is to be seen, if it is not too far off; σ */
export function cdfDrawing(fit: Fitted, beyond = 0): FitDrawing {
  const { gamma, level } = fit;
  const x = { min: 0, max: deviationRange(fit, gamma, beyond) };
  return {
    x,
    y: { min: -0.04, max: 1.04 },
    bottom: 24,
    left: 38,
    draw(area, colours, latest) {
      drawDeviationAxis(area, x, colours);
      const levels = LEVELS.map((level) => ({
        at: area.y(level),
        words: level * 4 === 1 || level * 4 === 3 ? '' : formatParameter(level),
      }));
      drawAxis(area, 'left', levels, colours);
      insideArea(area, (context) => {
        const { weibull } = fit;
        context.strokeStyle = colours.signals[0] ?? colours.text;
        context.lineWidth = 2 * area.ratio;
        const curve = weibullCurve(fit, x.max);
        traceLine(area, curve.deviation, curve.probability);
        if (weibull) area.part('curve', () => context.stroke());
        if (weibull) {
          const right = area.left + area.width;
          const ends = [area.left, area.y(level), right, area.y(level)] as const;
          rule(area, [2, 3], colours.text, ...ends);
          upright(area, [6, 4], colours.browser, weibull.q);
        }
        upright(area, [9, 3, 2, 3], colours.collectiveEdge, gamma);
        drawMaxima(
          area,
          colours,
          fit.maxima.map((maximum, i) => [maximum, plottingPosition(i, fit.maxima.length)]),
        );
        labelThresholds(area, colours, fit);
      });
      // At 0 and at 1 it lies half outside.
      if (fit.weibull && latest !== null) drawLatest(area, latest, fit.weibull, colours);
    },
  };
}

/** Deviations in σ. */
export function drawDeviationAxis(area: PlotArea, { min, max }: Ends, colours: PlotColours): void {
  const { at } = valueTicks(min, max, area.width / (DEVIATION_SPACE * area.ratio));
  const ticks = at.map((value) => ({
    at: area.x(value),
    words: `${formatParameter(value)} σ`,
  }));
  drawAxis(area, 'bottom', ticks, colours);
}

/** Room for a letter beside its line. */
const LETTER_PX = 16;
/** Between a label and its line. */
const GAP_PX = 5;
/** Half a line of small text, and a little. */
const CLEAR_PX = 11;

function labelThresholds(
  area: PlotArea,
  colours: PlotColours,
  { gamma, delta, level: horizon, weibull }: Fitted,
): void {
  const { left, ratio, context } = area;
  if (weibull) {
    const away = Math.max(0.1, (CLEAR_PX * ratio) / area.height);
    const level = horizon > 0.2 ? horizon - away : horizon + away;
    const all = FIT_PLOT_WORDS.levelOfDelta(withDecimalSign(String(delta)), formatLevel(horizon));
    const short = FIT_PLOT_WORDS.level(formatLevel(horizon));
    // Past q the curve lies above it; where there is no room, before the curve rises.
    const right = left + area.width;
    const lines = [weibull.q, gamma].filter((at) => at >= weibull.q).map((at) => area.x(at));
    setSmallText(area, colours.font, colours.text);
    const placed = [all, short].flatMap((words) => {
      const wide = context.measureText(words).width + 2 * GAP_PX * ratio;
      const x = lines.find((at, i) => at + wide < (lines[i + 1] ?? right));
      return x === undefined ? [] : [{ words, x }];
    })[0];
    const { words, x } = placed ?? { words: short, x: left + 4 * ratio };
    label(area, colours, { words, x, level, colour: colours.text });
  }
  const apart = weibull === null || weibull.q >= gamma;
  label(area, colours, {
    words: 'γ',
    x: area.x(gamma),
    level: 0.1,
    colour: colours.collectiveEdge,
    leftOfLine: apart,
  });
  if (!weibull) return;
  label(area, colours, {
    words: 'q',
    x: area.x(weibull.q),
    level: 0.1,
    colour: colours.browser,
    // Before q the curve rises.
    leftOfLine: !apart && area.x(gamma) - area.x(weibull.q) < LETTER_PX * ratio,
  });
}

/** The newest sample's place on the curve: a ringed cross-hair dot. */
function drawLatest(
  area: PlotArea,
  deviation: number,
  weibull: Weibull,
  colours: PlotColours,
): void {
  const { context, ratio } = area;
  const d = Math.abs(deviation);
  const x = Math.min(area.x(d), area.left + area.width - 6 * ratio);
  const y = area.y(weibullCdf(d, weibull));
  context.strokeStyle = colours.board;
  context.fillStyle = colours.panel;
  context.lineWidth = 2 * ratio;
  context.beginPath();
  context.arc(x, y, 5 * ratio, 0, 2 * Math.PI);
  area.part('newest', () => {
    context.fill();
    context.stroke();
  });
}

function upright(area: PlotArea, dash: readonly number[], colour: string, deviation: number): void {
  const x = area.x(deviation);
  rule(area, dash, colour, x, area.top, x, area.top + area.height);
}

function rule(
  area: PlotArea,
  dash: readonly number[],
  colour: string,
  ...[x0, y0, x1, y1]: readonly [number, number, number, number]
): void {
  const { context, ratio } = area;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.5 * ratio;
  context.setLineDash(dash.map((length) => length * ratio));
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  area.part('threshold', () => context.stroke());
  context.restore();
}

interface Label {
  readonly words: string;
  /** The line that it stands beside, in the surface's pixels. */
  readonly x: number;
  /** Probability at which it stands. */
  readonly level: number;
  readonly colour: string;
  readonly leftOfLine?: boolean;
}

function label(
  area: PlotArea,
  colours: PlotColours,
  { words, x, level, colour, leftOfLine = false }: Label,
): void {
  const { context, ratio } = area;
  setSmallText(area, colours.font, colour);
  context.textAlign = leftOfLine ? 'right' : 'left';
  context.textBaseline = 'middle';
  const at = x + (leftOfLine ? -GAP_PX : GAP_PX) * ratio;
  context.fillText(words, at, area.y(level));
}
