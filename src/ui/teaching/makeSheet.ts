/** The teacher's sheet as a file. */
import { type Language, speakingIn } from '../../language/spoken.ts';
import type { Lesson } from '../../tour/lesson.ts';
import { downloadText } from '../download.ts';
import { sheetOf } from './sheet.ts';
import { sheetHtml } from './sheetHtml.ts';
import { SHEET_WORDS } from './words.ts';

export function makeSheet(language: Language, lesson: Lesson | null): void {
  speakingIn(language, () =>
    downloadText(SHEET_WORDS.fileName, 'text/html', sheetHtml(sheetOf(lesson))),
  );
}
