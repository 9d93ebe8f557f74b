/** A report as one HTML file: all that came from outside is text. */
import { element } from '../plot/svgText.ts';
import { outside, printedPage } from './printedPage.ts';
import type { Report, ReportSection, ReportTable } from './report.ts';

export function reportHtml({ title, lines, sections }: Report): string {
  const body = [
    element('h1', {}, outside(title)),
    ...lines.map(paragraph),
    ...sections.map(sectionHtml),
  ].join('\n');
  return printedPage(title, body);
}

function sectionHtml({ heading, lines, table, drawing }: ReportSection): string {
  const parts = [element('h2', {}, outside(heading)), ...lines.map(paragraph)];
  if (drawing) parts.push(element('figure', { style: 'margin:.5rem 0' }, drawing));
  if (table) parts.push(tableHtml(table));
  return `<section>\n${parts.join('\n')}\n</section>`;
}

function tableHtml({ head, rows }: ReportTable): string {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `${tag}${outside(cell)}${tag.startsWith('<th') ? '</th>' : '</td>'}`).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, '<td>')).join('\n');
  return `<div class="scroll"><table>\n<thead>${row(head, '<th scope="col">')}</thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
}

const paragraph = (line: string): string => `<p>${outside(line)}</p>`;
