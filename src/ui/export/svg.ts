/** A little SVG, as text: elements with escaped attributes, paths that break at gaps. */

export type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(
      ([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? short(value) : value)}"`,
    )
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A whole drawing with a name and a description for those who do not see it. */
export function drawing(
  size: { readonly width: number; readonly height: number },
  title: string,
  description: string,
  content: string,
): string {
  const { width, height } = size;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': 'system-ui, sans-serif',
    'font-size': 12,
  };
  const head =
    element('title', { id: 'title' }, escapeXml(title)) +
    element('desc', { id: 'desc' }, escapeXml(description));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, head + content)}\n`;
}

export function label(words: string, x: number, y: number, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escapeXml(words));
}

/**
 * Fill or stroke in a colour of the theme. Transparency gets an attribute of its own: outside
 * browsers, few programs read `rgb(0 114 178 / 11%)`.
 */
export function paint(what: 'fill' | 'stroke', colour: string): Attributes {
  const parts = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)\s*[/,]\s*([\d.]+)(%?)\)$/.exec(colour);
  if (!parts) return { [what]: colour };
  const [, red, green, blue, alpha = '1', percent] = parts;
  const opacity = Number(alpha) / (percent === '%' ? 100 : 1);
  return { [what]: `rgb(${red},${green},${blue})`, [`${what}-opacity`]: opacity };
}

/** Path data through points; begins anew after a point that is not finite. */
export function brokenPath(
  count: number,
  x: (i: number) => number,
  y: (i: number) => number,
): string {
  let path = '';
  let pen = false;
  for (let i = 0; i < count; i++) {
    const [left, top] = [x(i), y(i)];
    const there = Number.isFinite(left) && Number.isFinite(top);
    // A lone point is drawn as a dot: a line of no length with round ends.
    if (there) path += `${pen ? 'L' : 'M'}${short(left)} ${short(top)}${pen ? '' : 'h0'}`;
    pen = there;
  }
  return path;
}

/** Path data around the area between two lines, stretch by stretch where both are finite. */
export function brokenArea(
  count: number,
  x: (i: number) => number,
  upper: (i: number) => number,
  lower: (i: number) => number,
): string {
  let path = '';
  let there: number[] = [];
  const close = (): void => {
    const points = [
      ...there.map((i) => `${short(x(i))} ${short(upper(i))}`),
      ...there.reverse().map((i) => `${short(x(i))} ${short(lower(i))}`),
    ];
    if (points.length > 2) path += `M${points.join('L')}Z`;
    there = [];
  };
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(x(i) + upper(i) + lower(i))) there.push(i);
    else close();
  }
  close();
  return path;
}

function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot have
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}

/** Hundredths of a pixel are enough. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);
