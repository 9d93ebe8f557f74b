/**
 * How far a search through many like cases goes: as far as `all` where CI is set, and only as far as
 * `some` at a desk, where the tests run again and again. What is asserted is the same.
 */
export function thorough<T>(some: T, all: T): T {
  return process.env.CI ? all : some;
}

/**
 * Where a search by chance begins (`vitest.config.ts` says where). Named by the test that fails;
 * `TIDEMARK_SEED=… npm test` goes there again.
 */
export const SEED = Number(process.env.TIDEMARK_SEED ?? 1);

/** Longer than this takes only what hangs or grows with all that was before: tests hold no speed, `npm run bench:*` does. */
export const HANG_MS = 5000;

/**
 * Whether the tests run at a desk. What takes long and is nearly the same as something that is tried
 * anyway is left to CI: `it.skipIf(atDesk)`.
 */
export const atDesk = !process.env.CI;

/** How long a test waits for a program or a board: several times what the busiest machine took. */
export const PATIENCE_MS = 120_000;

/** How long a test may take, and all that goes before it. */
export const TEST_MS = 300_000;

/** How long the page is waited for, where it is about to change. */
export const SEEN_MS = 30_000;
