/** Text of any letters, for searches. */
import fc from 'fast-check';

const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;
const letter = fc
  .oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0x10ffff - SURROGATE_COUNT }))
  .map((n) => String.fromCodePoint(n < SURROGATES ? n : n + SURROGATE_COUNT));

/** As `fc.string` of the unit `binary`, which spends seconds on a table of all letters before its first word. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(letter, { maxLength }).map((letters) => letters.join(''));
