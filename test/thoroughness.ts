/**
 * How far a search through many like cases goes: as far as `all` where CI is set, and only as far as
 * `some` at a desk, where the tests run again and again. What is asserted is the same.
 */
export function thorough<T>(some: T, all: T): T {
  return process.env.CI ? all : some;
}

/** Longer than this takes only what hangs or grows with all that was before: tests hold no speed, `npm run bench:*` does. */
export const HANG_MS = 5000;
