/** What stands in a text and nobody wrote: zeros that a log keeps of a board's reset, and DOS's end of a file. */

const NUL = 0;
const SUB = 0x1a;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNWRITTEN = /[\0\x1a]/g;

export const withoutUnwritten = (text: string): string => text.replace(UNWRITTEN, '');

/** The same of UTF-8, which passes without a copy where there are none. */
export const writtenBytes = (utf8: Uint8Array): Uint8Array =>
  utf8.includes(NUL) || utf8.includes(SUB)
    ? utf8.filter((byte) => byte !== NUL && byte !== SUB)
    : utf8;
