/** The report of what the screen shows at this moment, as a file. */
import type { Tidemark } from '../../state/tidemark.ts';
import { downloadText } from '../download.ts';
import { isolated } from '../OutsideText.tsx';
import type { JudgedBy } from '../picture/judgedBy.ts';
import { pictureOf } from '../picture/picture.ts';
import { pictureElement } from '../picture/pictureSvg.ts';
import { canvasTextWidth } from '../picture/textWidth.ts';
import { readPaperInk } from '../plot/paperInk.ts';
import { readPlotColours } from '../plot/plotColours.ts';
import type { PictureName } from '../plot/plotOffers.ts';
import type { Plotting } from '../plot/plotting.ts';
import { sourceName } from '../sourceName.ts';
import { reportHtml } from './reportHtml.ts';
import { reportOf } from './reportOf.ts';
import { REPORT_WORDS } from './words.ts';

/** Null when a file was made; a sentence when it was not. */
export function makeReport(tidemark: Tidemark, plotting: Plotting | null): string | null {
  const { alarms, board, labels, tuning } = tidemark;
  const shown = plotting?.feed.latest();
  if (!plotting || !shown || board.getState().channels.length === 0) {
    return REPORT_WORDS.nothingYet;
  }
  const judgedBy = { ...tuning.getState(), channels: board.getState().channels };
  const source = isolated(sourceName(board.getState()));
  const report = reportOf({
    board: board.getState(),
    tuning: tuning.getState(),
    book: alarms.getState().book,
    labels: labels.getState().labels,
    range: { fromMs: shown.fromMs, toMs: shown.toMs },
    nowMs: Date.now(),
    drawings: {
      signal: drawingOf('signal', plotting, source, judgedBy),
      fit: drawingOf('fit', plotting, source, judgedBy),
    },
  });
  downloadText(REPORT_WORDS.fileName, 'text/html', reportHtml(report));
  return null;
}

function drawingOf(
  name: PictureName,
  { offers }: Plotting,
  source: string,
  judgedBy: JudgedBy,
): string | null {
  const picture = pictureOf(offers.of(name), source, judgedBy);
  if (!picture) return null;
  const look = { idPrefix: `${name}-`, inkOf: readPaperInk() };
  return pictureElement(picture, readPlotColours(), canvasTextWidth(), look);
}
