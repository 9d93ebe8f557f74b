import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

// As people call it; the other tests run the same sources in one file.
it('--version says which Tidemark this is, and nothing else', async () => {
  const call = promisify(execFile)('npm', ['run', '-s', 'detect', '--', '--version']);
  expect(await call).toEqual({ stdout: `${packageJson.version}\n`, stderr: '' });
});
