import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { seedOfCommit } from './test/seedOfCommit.ts';
import { atDesk, SEEN_MS, TEST_MS } from './test/thoroughness.ts';

/**
 * Tests that need a process of their own: on real MicroPython in WebAssembly, which a process can have
 * once, and of memory. `npm run test:unit` and `test:page` leave them out.
 */
const ALONE = [
  'test/firmware/!(main|ptyBoard|ruff|ulab).test.ts',
  'test/arduino/protocol.test.ts',
  'test/conformance/{conformance,events}.test.ts',
  'test/headless/eventNames.test.ts',
  'test/board/installer/{firmwareInstaller,minifyPython}.test.ts',
  'test/detector/{agreement,anyChanges}.test.ts',
  'test/analysis/engineWithFirmware.test.ts',
  'test/analysis/connection/{installing,modelTransfer,programEnd,prompt}.test.ts',
  'test/analysis/sessions/{recording,recordingNotes,replay,storedSessions}.test.ts',
  'test/analysis/studies/studies.test.ts',
  // These measure what is in memory.
  'test/analysis/shift.test.ts',
  'test/analysis/judging/manyChannelsMemory.test.ts',
];

/**
 * Other tests that take their time: a micro:bit in QEMU, programs of their own, sessions of hundreds
 * of thousands of samples.
 */
const PROGRAMS = [
  'test/microbit/*.test.ts',
  'test/firmware/{main,ptyBoard,ruff,ulab}.test.ts',
  'test/arduino/!(protocol).test.ts',
  'test/conformance/worksheet.test.ts',
  'test/gallery.test.ts',
  'test/headless/{detect,together,version}.test.ts',
  'test/naming/forestSource.test.ts',
  'test/detector/detector.test.ts',
  'test/analysis/files/longExport.test.ts',
  'test/analysis/sessions/{floods,forged}.test.ts',
  'test/analysis/studies/seasonStudy.test.ts',
];
const NODE = 'test/**/*.test.ts';
const PAGE = 'test/ui/**/*.test.{ts,tsx}';
const BROWSER = 'test/browser/**';

/**
 * Files of one worker share what they import: React and Mantine cost more than the tests of a file.
 * So no test may leave anything behind, which it must not anyway.
 */
const SHARING = { isolate: false, pool: 'threads' } as const;

const FIRST = {
  // Each more would read all of that once more.
  maxWorkers: Math.max(2, availableParallelism()),
  sequence: { groupOrder: 0 },
} as const;

const THEN = {
  // One more than there are processors: a board in QEMU or in a process of its own is waited for.
  maxWorkers: Math.max(2, availableParallelism() + 1),
  sequence: { groupOrder: 1 },
} as const;

export default defineConfig({
  test: {
    // What one project has transformed the others need not, nor the next run.
    experimental: { fsModuleCache: true },
    globalSetup: 'test/runFolder.ts',
    // At a desk the same each time: few cases might not meet all that a test asks for.
    env: { TIDEMARK_SEED: process.env.TIDEMARK_SEED ?? String(atDesk ? 1 : seedOfCommit()) },
    // Only what hangs takes so long: a machine may have three times as much to do as it can.
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: SEEN_MS } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [NODE],
          exclude: [BROWSER, PAGE, ...ALONE, ...PROGRAMS],
          setupFiles: 'test/seededSearch.ts',
          ...SHARING,
          ...FIRST,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: [PAGE],
          environment: 'happy-dom',
          setupFiles: ['test/seededSearch.ts', 'test/ui/eachFile.ts'],
          ...SHARING,
          ...FIRST,
        },
      },
      {
        extends: true,
        test: { name: 'boards', include: ALONE, ...THEN },
      },
      {
        extends: true,
        resolve: {
          alias: {
            '@micropython/micropython-webassembly-pyscript': resolve('test/noMicropython.ts'),
          },
        },
        test: { name: 'programs', include: PROGRAMS, isolate: false, ...THEN },
      },
    ],
  },
});
