/** A line without what a terminal would not show. */

/** Colours and cursor moves, titles (CircuitPython sets one), and the short escapes. */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\|$)|\x1b[ -/]*[0-~]?|\x9b[0-?]*[ -/]*[@-~]/g;
/** NUL, bell, backspace, the carriage return; marks of byte order and of direction; no characters. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0\x07\b\r\v\f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;
/** Around a line: start and end of text, a record of JSON. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FRAMES = /^[\x02\x1e]|[\x03\x04]$/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\x01-\x06\x0e-\x1f\x80-\x9f]/;
/** Two say that one thing ends as well as many do. */
const WIDE_BLANK = / {3,}/g;
/** A degree sign of Latin-1 is no UTF-8. */
const LATIN_DEGREE = /\ufffd(?=[CF]?(?:$|[\s,;|)\]]))/g;
/** A unit of two words. */
const DEGREES = /(?<=\d\s?)deg(?:rees?|s)?\.? (C|F)(?:elsius|ahrenheit)?(?![\p{L}\d])/giu;
/** As Chinese and Japanese keyboards write `:`, `=`, `,`, `;`, `%`. */
const WIDE_MARKS = /[\uff1a\uff1d\uff0c\uff1b\uff05]/g;
const REPLACEMENT = /\ufffd/g;
/** Of a label in another encoding some letters are lost; of noise most. */
const MOST_LOST = 1 / 3;

/** The text that is seen; null when it is none: control characters or broken UTF-8. */
export function cleanLine(line: string): string | null {
  const text = isPlain(line)
    ? line.trim()
    : line.replace(ESCAPES, '').replace(UNSEEN, '').trim().replace(FRAMES, '');
  if (CONTROL.test(text)) return null;
  return mendedText(text.replace(WIDE_BLANK, '  '));
}

function mendedText(said: string): string | null {
  const narrow = said.replace(WIDE_MARKS, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );
  const text = narrow.includes('deg') ? narrow.replace(DEGREES, '°$1') : narrow;
  if (!text.includes('\ufffd')) return text;
  const mended = text.replace(LATIN_DEGREE, '°');
  const lost = mended.match(REPLACEMENT)?.length ?? 0;
  return lost > MOST_LOST * mended.length ? null : mended;
}

function isPlain(line: string): boolean {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if ((code < 0x20 && code !== 0x09) || (code >= 0x7f && code !== 0xb0)) return false;
  }
  return true;
}
