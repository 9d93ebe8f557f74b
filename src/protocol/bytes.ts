/** The bytes that lines are made of. */

export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const STAR = 0x2a;
export const COMMA = 0x2c;

/** The first byte of a board's sample line, `s`. */
export const SAMPLE = 0x73;
