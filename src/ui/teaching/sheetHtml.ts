/** A teacher's sheet as one HTML file: exercises to hand out, and from a new page on their solutions. */
import { VERSION } from '../../version.ts';
import { outside, printedPage } from '../report/printedPage.ts';
import type { Exercise, Sheet, SheetPart } from './sheet.ts';
import { SHEET_WORDS } from './words.ts';

const STYLE = `
li{margin:.5rem 0;break-inside:avoid}ol{padding-left:1.6rem;margin:.3rem 0}
.fields{display:flex;gap:2rem;margin:1rem 0}.field{flex:1;border-bottom:1px solid #555}
.answer{display:block;height:1.7rem;border-bottom:1px solid #999}
.note,.hint{font-style:italic}.solutions{break-before:page;margin-top:3rem;border-top:2px solid}
@media print{.solutions{border:0;margin:0}.part{break-inside:auto}}
`;

export function sheetHtml({ title, parts }: Sheet): string {
  const body = [
    `<h1>${outside(title)}</h1>`,
    `<p class="fields"><span class="field">${SHEET_WORDS.name}:</span><span class="field">${SHEET_WORDS.date}:</span></p>`,
    ...parts.map((part) => partHtml(part, part.note, asked)),
    '<div class="solutions">',
    `<h1>${SHEET_WORDS.solutions}</h1>`,
    `<p class="note">${SHEET_WORDS.solutionsNote}</p>`,
    ...parts.map((part) => partHtml(part, '', solved)),
    `<p class="note">${SHEET_WORDS.madeBy(VERSION)}</p>`,
    '</div>',
  ].join('\n');
  return printedPage(title, body, STYLE);
}

function partHtml(
  { heading, exercises, end }: SheetPart,
  note: string,
  item: (exercise: Exercise) => string,
): string {
  const last = item === solved && end !== '' ? `<p>${outside(end)}</p>` : '';
  return [
    `<section class="part">\n<h2>${outside(heading)}</h2>`,
    note && `<p class="note">${outside(note)}</p>`,
    `<ol>\n${exercises.map((exercise) => `<li>${item(exercise)}</li>`).join('\n')}\n</ol>`,
    last,
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A title may be missing: a question of the teacher's own has none. */
const titled = (title: string): string => (title === '' ? '' : `<b>${outside(title)}.</b> `);

const asked = ({ title, text, code }: Exercise): string =>
  `${titled(title)}${outside(text)}${code && `<pre>${outside(code)}</pre>`}<span class="answer"></span>`;

const solved = ({ title, solution, hint }: Exercise): string =>
  `${titled(title)}${outside(solution)}${hint && ` <span class="hint">${SHEET_WORDS.stuck} ${outside(hint)}</span>`}`;
