/** The bytes that lines and tables are made of. */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const EQUALS = 0x3d;
export const BACKSLASH = 0x5c;
export const BAR = 0x7c;

/** The first byte of a board's sample line, `s`. */
export const SAMPLE = 0x73;

/** The first bytes of lines of the host's in a recording: `H`, `T` and `B`. */
export const LINK = 0x48;
export const ARRIVAL = 0x54;
export const BREAK = 0x42;
