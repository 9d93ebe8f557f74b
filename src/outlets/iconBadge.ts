/** The page's icon with a badge, as an address that a link can have. */

const MOST = 99;

/** @param drawing the icon as SVG of 64 by 64 */
export function iconWithBadge(drawing: string, count: number): string {
  const words = count > MOST ? `${MOST}+` : String(count);
  const size = words.length > 2 ? 20 : 28;
  const badge =
    '<circle cx="44" cy="44" r="20" fill="#c62f2f" stroke="#fff" stroke-width="3"/>' +
    `<text x="44" y="${44 + size * 0.36}" fill="#fff" font-family="sans-serif" font-size="${size}" ` +
    `font-weight="700" text-anchor="middle">${words}</text>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing.replace('</svg>', `${badge}</svg>`))}`;
}
