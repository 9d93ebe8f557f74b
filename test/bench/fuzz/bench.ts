/**
 * `npm run bench:fuzz`: the tests that fuzz, at full length: ten million bytes to the page's reader and
 * stores, to MicroPython's firmware and to the Arduino library, 100 000 damaged files through import, 2000
 * commands to a micro:bit. Each prints what it took; takes most of an hour.
 */
import { spawnSync } from 'node:child_process';

const TESTS = [
  'test/analysis/fuzz.test.ts',
  'test/firmware/fuzz.test.ts',
  'test/arduino/fuzz.test.ts',
  'test/history/csv/mutatedFiles.test.ts',
  'test/microbit/anyOrder.test.ts',
];
const WHOLE = {
  TIDEMARK_FUZZ_BYTES: '10000000',
  TIDEMARK_FUZZ_PAGE_MS: '200',
  TIDEMARK_FUZZ_WORKER_MS: '1000',
  MUTATIONS: '100000',
  TIDEMARK_COMMANDS: '2000',
};

const { status } = spawnSync('npx', ['vitest', 'run', '--maxWorkers=1', ...TESTS], {
  stdio: 'inherit',
  env: { ...process.env, CI: 'true', ...WHOLE },
});
process.exitCode = status ?? 1;
