/** The bytes that lines are made of. */

export const LF = 0x0a;
export const CR = 0x0d;
export const STAR = 0x2a;
export const COMMA = 0x2c;
export const BACKSLASH = 0x5c;

/** The first byte of a board's sample line, `s`. */
export const SAMPLE = 0x73;

/** The first bytes of lines of the host's in a recording: `H`, `T` and `B`. */
export const LINK = 0x48;
export const ARRIVAL = 0x54;
export const BREAK = 0x42;
