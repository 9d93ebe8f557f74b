/** A page to keep and print as one HTML file: nothing is loaded, nothing runs. */
import { LANGUAGE_TAGS, spokenLanguage } from '../../language/spoken.ts';
import { element, escapeXml } from '../plot/svgText.ts';

/** Whatever may have slipped in, no browser runs or loads it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Light, and without a colour that says something by itself: paper may be black and white. In a table a
 * word is broken only when it is longer than a column may be wide; paper is narrow, so its print is small.
 */
const STYLE = `
:root{color-scheme:light}
body{max-width:62rem;margin:2rem auto;padding:0 1rem;background:#fff;color:#16202a;
font:15px/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
p{margin:.2rem 0}svg{display:block;max-width:100%;height:auto;box-sizing:border-box;border:1px solid #999}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
th,td{padding:.2rem .55rem;border:1px solid #999;text-align:left;vertical-align:top;
max-width:20rem;overflow-wrap:break-word}th{background:#eee}
@media print{@page{margin:14mm}body{max-width:none;margin:0;padding:0;color:#000;font-size:10pt}
svg{filter:grayscale(1);break-inside:avoid}h2{break-after:avoid}tr{break-inside:avoid}
thead{display:table-header-group}.scroll{overflow:visible}th{background:none}
table{font-size:7.5pt}th,td{padding:.1rem .25rem}tr:has(>:nth-child(5))>*{max-width:8rem}}
`;

/** @param body HTML in which all that came from outside is text */
export function printedPage(title: string, body: string, style = ''): string {
  const head =
    '<meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    element('title', {}, escapeXml(title)) +
    `<style>${STYLE}${style}</style>`;
  return `<!doctype html>\n<html lang="${LANGUAGE_TAGS[spokenLanguage()]}">\n<head>${head}</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
}

/** Text as text; its direction ends with it. */
export const outside = (text: string): string => `<bdi>${escapeXml(text)}</bdi>`;
