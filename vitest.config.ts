import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SEEN_MS, TEST_MS } from './test/thoroughness.ts';

/**
 * Tests that take their time: real MicroPython (in WebAssembly, in QEMU), programs of their own,
 * sessions of hundreds of thousands of samples. `npm run test:unit` and `test:page` leave them out.
 */
const BOARDS = [
  'test/microbit/*.test.ts',
  'test/firmware/*.test.ts',
  'test/arduino/*.test.ts',
  'test/conformance/*.test.ts',
  'test/gallery.test.ts',
  'test/headless/*.test.ts',
  'test/naming/forestSource.test.ts',
  'test/board/installer/{firmwareInstaller,minifyPython}.test.ts',
  'test/detector/{agreement,anyChanges}.test.ts',
  'test/detector/detector.test.ts',
  'test/analysis/{engineWithFirmware,shift}.test.ts',
  'test/analysis/connection/{installing,modelTransfer,programEnd,prompt}.test.ts',
  'test/analysis/files/longExport.test.ts',
  'test/analysis/judging/manyChannelsMemory.test.ts',
  'test/analysis/sessions/*.test.ts',
  'test/analysis/studies/*.test.ts',
];
const NODE = 'test/**/*.test.ts';
const PAGE = 'test/ui/**/*.test.{ts,tsx}';
const BROWSER = 'test/browser/**';

/**
 * Files of one worker share what they import: React and Mantine cost more than the tests of a file.
 * So no test may leave anything behind, which it must not anyway.
 */
const SHARING = {
  isolate: false,
  pool: 'threads',
  // Each more would read all of that once more.
  maxWorkers: Math.max(2, availableParallelism()),
  sequence: { groupOrder: 0 },
} as const;

export default defineConfig({
  test: {
    // Only what hangs takes so long: a machine may have three times as much to do as it can.
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: SEEN_MS } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [NODE], exclude: [BROWSER, PAGE, ...BOARDS], ...SHARING },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: [PAGE],
          environment: 'happy-dom',
          setupFiles: ['test/ui/eachFile.ts'],
          ...SHARING,
        },
      },
      {
        extends: true,
        test: {
          name: 'boards',
          include: BOARDS,
          exclude: [BROWSER],
          // One more than there are processors: a board in QEMU or in a process of its own is waited for.
          maxWorkers: Math.max(2, availableParallelism() + 1),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
