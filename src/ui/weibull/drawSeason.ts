/** What is usual over one cycle, and the cycle going on, by phase. */
import type { SeasonProfile } from '../../analysis/messages/judgingMessages.ts';
import { withDecimalSign } from '../format.ts';
import { drawAxis, drawValueAxis } from '../plot/axes.ts';
import { traceLine } from '../plot/brokenLine.ts';
import { insideArea } from '../plot/plotArea.ts';
import { valueTicks } from '../plot/ticks.ts';
import type { FitDrawing } from './fitPlot.ts';

const ROOM = 0.08;
/** Between two labels of the phase, in CSS pixels. */
const PHASE_SPACE = 60;

/** Null before there is a value. */
export function seasonDrawing({ profile, today, periodMs }: SeasonProfile): FitDrawing | null {
  const all = [...profile, ...today].filter(Number.isFinite);
  if (all.length === 0) return null;
  const { ms, sign } = phaseUnit(periodMs);
  const period = periodMs / ms;
  const at = profile.map((_, bin) => ((bin + 0.5) * period) / profile.length);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = ROOM * (most - least || 1);
  const y = { min: least - room, max: most + room };
  return {
    x: { min: 0, max: period },
    y,
    bottom: 24,
    left: 52,
    draw(area, colours) {
      const { at: ticks } = valueTicks(0, period, area.width / (PHASE_SPACE * area.ratio));
      const labels = ticks.map((value) => ({
        at: area.x(value),
        words: `${withDecimalSign(String(Number(value.toPrecision(4))))} ${sign}`,
      }));
      drawAxis(area, 'bottom', labels, colours);
      drawValueAxis(area, 'left', y, colours);
      insideArea(area, (context) => {
        context.strokeStyle = colours.signals[0] ?? colours.text;
        context.lineWidth = 2 * area.ratio;
        traceLine(area, at, profile);
        area.part('curve', () => context.stroke());
        context.strokeStyle = colours.alarm;
        context.lineWidth = 1.5 * area.ratio;
        context.setLineDash([5 * area.ratio, 3 * area.ratio]);
        traceLine(area, at, today);
        area.part('newest', () => context.stroke());
        context.setLineDash([]);
      });
    },
  };
}

/** The unit in which a cycle's phase is a number that can be read. */
function phaseUnit(periodMs: number): { readonly ms: number; readonly sign: string } {
  if (periodMs >= 2 * 86_400_000) return { ms: 86_400_000, sign: 'd' };
  if (periodMs >= 2 * 3_600_000) return { ms: 3_600_000, sign: 'h' };
  if (periodMs >= 2 * 60_000) return { ms: 60_000, sign: 'min' };
  return { ms: 1000, sign: 's' };
}
