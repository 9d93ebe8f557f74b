import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { runCommand } from './command.ts';

it('--version says which Tidemark this is, and nothing else', async () => {
  const { exitCode, output, complaints } = await runCommand(['--version'], '');
  expect({ exitCode, output, complaints }).toEqual({
    exitCode: 0,
    output: `${packageJson.version}\n`,
    complaints: '',
  });
});
