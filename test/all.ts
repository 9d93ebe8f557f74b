/**
 * `npm test`: types, then style and dead code, beside the tests; fails if any of them does. Arguments
 * go to Vitest. What the checks found is printed last, in one piece.
 */
import { spawn } from 'node:child_process';
import packageJson from '../package.json' with { type: 'json' };
import { atDesk } from './thoroughness.ts';

interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

/**
 * Runs a command line, which finds the packages' programs as npm started this; without `quiet` it
 * writes to the terminal itself.
 */
function run(command: string, quiet: boolean): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: quiet ? 'pipe' : 'inherit' });
    let output = '';
    const keep = (text: Buffer) => {
      output += String(text);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', ({ message }) => resolve({ ok: false, output: `${command}: ${message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function checks(): Promise<Ended> {
  const types = await run(packageJson.scripts.types, true);
  const lint = await run(packageJson.scripts.lint, true);
  return { ok: types.ok && lint.ok, output: types.output + lint.output };
}

const args = process.argv.slice(2).map((word) => JSON.stringify(word));
const [found, tests] = await Promise.all([checks(), run(['vitest run', ...args].join(' '), false)]);
process.stdout.write(found.output);
if (atDesk) {
  process.stdout.write(
    'Skipped at a desk, and the rest of long searches: CI=true npm test tries every case.\n',
  );
}
if (!found.ok || !tests.ok) process.exitCode = 1;
