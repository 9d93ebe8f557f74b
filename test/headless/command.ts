import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const ENTRY = 'src/headless/detect.ts';

/** The command in one file: reading its modules one by one takes a second of each process. */
const COMMAND = await bundled();

async function bundled(): Promise<string> {
  // Each worker has its own.
  const outDir = join('node_modules/.cache/tidemark-tests', process.env.VITEST_POOL_ID ?? '0');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: ENTRY, outDir, emptyOutDir: true, minify: false },
  });
  return join(outDir, 'detect.js');
}

export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** The command as a process of its own, its input open. */
export function startCommand(args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [COMMAND, ...args]);
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

/** Runs the command over `input` to its end. */
export function runCommand(args: readonly string[], input: string | Buffer): Promise<Outcome> {
  const child = startCommand(args);
  const outcome = finished(child);
  // A command that fails does not read its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return outcome;
}

/** What a process, started just now, writes until it ends. */
export function finished(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let output = '';
    let complaints = '';
    child.stdout.on('data', (text: string) => {
      output += text;
    });
    child.stderr.on('data', (text: string) => {
      complaints += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output, complaints }));
  });
}
