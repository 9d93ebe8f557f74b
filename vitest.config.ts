import { defineConfig } from 'vitest/config';

/**
 * Tests that take their time: real MicroPython (in WebAssembly, in QEMU), programs of their own,
 * sessions of hundreds of thousands of samples. `npm run test:unit` leaves them out.
 */
const BOARDS = [
  'test/microbit/**',
  'test/firmware/**',
  'test/conformance/**',
  'test/headless/**',
  'test/board/installer/firmwareInstaller.test.ts',
  'test/detector/agreement.test.ts',
  'test/detector/detector.test.ts',
  'test/analysis/{engineWithFirmware,shift}.test.ts',
  'test/analysis/connection/{installing,programEnd,prompt}.test.ts',
  'test/analysis/files/longExport.test.ts',
  'test/analysis/sessions/*.test.ts',
  'test/analysis/studies/*.test.ts',
];
const TESTS = 'test/**/*.test.{ts,tsx}';
const BROWSER = 'test/browser/**';

export default defineConfig({
  test: {
    // By default one core is left idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: [TESTS], exclude: [BROWSER, ...BOARDS] } },
      {
        extends: true,
        test: {
          name: 'boards',
          include: BOARDS.map((path) => (path.endsWith('**') ? `${path}/*.test.{ts,tsx}` : path)),
          exclude: [BROWSER],
        },
      },
    ],
  },
});
