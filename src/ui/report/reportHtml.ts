/** A report as one HTML file: nothing is loaded, nothing runs, all that came from outside is text. */
import { LANGUAGE_TAGS, spokenLanguage } from '../../language/spoken.ts';
import { element, escapeXml } from '../plot/svgText.ts';
import type { Report, ReportSection, ReportTable } from './report.ts';

/** Whatever may have slipped in, no browser runs or loads it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Light, and without a colour that says something by itself: paper may be black and white. */
const STYLE = `
:root{color-scheme:light}
body{max-width:62rem;margin:2rem auto;padding:0 1rem;background:#fff;color:#16202a;
font:15px/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
p{margin:.2rem 0}svg{display:block;max-width:100%;height:auto;border:1px solid #999}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
th,td{padding:.2rem .55rem;border:1px solid #999;text-align:left;vertical-align:top;
overflow-wrap:anywhere}th{background:#eee;overflow-wrap:normal}
@media print{@page{margin:14mm}body{max-width:none;margin:0;padding:0;color:#000;font-size:10pt}
svg{filter:grayscale(1);break-inside:avoid}h2{break-after:avoid}tr{break-inside:avoid}
thead{display:table-header-group}.scroll{overflow:visible}th{background:none}}
`;

export function reportHtml({ title, lines, sections }: Report): string {
  const head =
    '<meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    element('title', {}, escapeXml(title)) +
    `<style>${STYLE}</style>`;
  const body = [
    element('h1', {}, outside(title)),
    ...lines.map(paragraph),
    ...sections.map(sectionHtml),
  ].join('\n');
  return `<!doctype html>\n<html lang="${LANGUAGE_TAGS[spokenLanguage()]}">\n<head>${head}</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
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

/** Text as text; its direction ends with it. */
const outside = (text: string): string => `<bdi>${escapeXml(text)}</bdi>`;
