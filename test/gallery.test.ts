/** The gallery is no part of CI: that its runner can still read it is. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { atDesk } from './thoroughness.ts';

it.skipIf(atDesk)('the gallery’s runner finds a test for each state', () => {
  const listed = execFileSync(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--list',
      '--config',
      'test/gallery/playwright.config.ts',
    ],
    { encoding: 'utf8' },
  );
  expect(listed).toContain('› learning\n');
});
