import { expect, it } from 'vitest';
import { drawMarks } from '../../../src/ui/signal/drawMarks.ts';
import {
  driftLook,
  labelSpans,
  shadeSpans,
  underlineSpans,
} from '../../../src/ui/signal/drawSpans.ts';
import { COLOURS, drawnAsSvg } from '../plot/plotArea.ts';

const SPANS = [{ fromMs: 20_000, toMs: 60_000 }];
const SCALE = { min: 0, max: 10 };

it('a drift is a shaded span with a bracket and a label', () => {
  const svg = drawnAsSvg((area) => {
    shadeSpans(area, SPANS, driftLook(COLOURS));
    labelSpans(area, SPANS, driftLook(COLOURS), COLOURS);
  }, SCALE);
  expect(svg.querySelectorAll('g.drift')).toHaveLength(1);
  expect(svg.querySelector(`path[stroke="${COLOURS.driftEdge}"]`)).not.toBeNull();
  expect(svg.querySelector('text')?.textContent).toBe('drift');
});

it('a rhythm is a span under the line, with a label', () => {
  const svg = drawnAsSvg((area) => underlineSpans(area, SPANS, COLOURS), SCALE);
  expect(svg.querySelectorAll('g.rhythm')).toHaveLength(1);
  expect(svg.querySelector('text')?.textContent).toBe('rhythm');
});

it('an alarm of a watcher has a flag, and marks no sample as an outlier', () => {
  const mark = { timeMs: 30_000, value: 5, by: 'both', alarms: 1 } as const;
  const svg = drawnAsSvg(
    (area) =>
      drawMarks(
        area,
        [
          { ...mark, outlier: false, cause: 'drift' },
          { ...mark, timeMs: 60_000, outlier: true, cause: 'level' },
        ],
        COLOURS,
        { left: 0, right: 0 },
      ),
    SCALE,
  );
  expect(svg.querySelectorAll('g.flag')).toHaveLength(2);
  expect(svg.querySelectorAll('g.outlier')).toHaveLength(1);
});
