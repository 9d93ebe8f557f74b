/** What the person labelled: a dotted outline with its name. */
import type { Label } from '../../analysis/messages/studyMessages.ts';
import { reachOf } from '../../detector/scores.ts';
import { classShown } from '../classNameWords.ts';
import { isolated } from '../OutsideText.tsx';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';

export function drawLabels(area: PlotArea, labels: readonly Label[], colours: PlotColours): void {
  const { ratio } = area;
  insideArea(area, (context) => {
    for (const label of labels) {
      const { fromMs, toMs } = reachOf(label);
      const from = area.x(fromMs / 1000);
      const to = Math.max(area.x(toMs / 1000), from + 3 * ratio);
      if (to < area.left || from > area.left + area.width) continue;
      context.strokeStyle = colours.board;
      context.lineWidth = 1.5 * ratio;
      context.setLineDash([1.5 * ratio, 3 * ratio]);
      area.part('label', () => {
        context.strokeRect(from, area.top + ratio, to - from, area.height - 2 * ratio);
        context.setLineDash([]);
        drawTag(area, isolated(classShown(label.name)), Math.max(from, area.left), colours);
      });
    }
  });
}

function drawTag(area: PlotArea, words: string, from: number, colours: PlotColours): void {
  const { context, ratio } = area;
  setSmallText(area, colours.font, colours.board);
  const width = context.measureText(words).width + 6 * ratio;
  const left = Math.min(from, area.left + area.width - width);
  const top = area.top + 2 * ratio;
  context.fillStyle = colours.panel;
  context.fillRect(left, top, width, 15 * ratio);
  context.lineWidth = ratio;
  context.strokeRect(left, top, width, 15 * ratio);
  context.fillStyle = colours.board;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(words, left + 3 * ratio, top + 8 * ratio);
}
