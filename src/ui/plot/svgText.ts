/** A little SVG, as text: elements with escaped attributes, colours as every program reads them. */

export type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content = ''): string {
  const opened = openingTag(name, attributes);
  return content === '' ? `${opened.slice(0, -1)}/>` : `${opened}${content}</${name}>`;
}

export function openingTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .map(
      ([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? short(value) : value)}"`,
    )
    .join('');
  return `<${name}${written}>`;
}

/**
 * Fill or stroke in a colour of the theme. Transparency gets an attribute of its own: outside
 * browsers, few programs read `rgb(0 114 178 / 11%)`.
 *
 * @param alpha is multiplied with the colour's own
 */
export function paint(what: 'fill' | 'stroke', colour: string, alpha = 1): Attributes {
  const parts = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)\s*[/,]\s*([\d.]+)(%?)\)$/.exec(colour);
  const [, red, green, blue, own = '1', percent] = parts ?? [];
  const opacity = (alpha * Number(own)) / (percent === '%' ? 100 : 1);
  return {
    [what]: parts ? `rgb(${red},${green},${blue})` : colour,
    ...(opacity < 1 ? { [`${what}-opacity`]: opacity } : {}),
  };
}

/** Text for XML: what it cannot have (control characters, halves of pairs, U+FFFE, U+FFFF) is left out. */
export function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot have
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  );
}

/** Hundredths of a pixel are enough. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);
