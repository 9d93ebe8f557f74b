import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { build } from 'vite';
import { runCommand } from '../../src/headless/runCommand.ts';

const ENTRY = 'src/headless/detect.ts';

export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** The command in this process, over `input` to its end. */
export async function detect(args: readonly string[], input: string): Promise<Outcome> {
  const [output, complaints] = [kept(), kept()];
  const exitCode = await runCommand(args, {
    input: Readable.from(chunksOf(Buffer.from(input))),
    output: output.stream,
    complaints: complaints.stream,
  });
  return { exitCode, output: output.text(), complaints: complaints.text() };
}

/** As a pipe hands them over. */
function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIPE_BYTES) yield bytes.subarray(at, at + PIPE_BYTES);
}

const PIPE_BYTES = 1 << 16;

function kept(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

let bundle: Promise<string> | null = null;

/** The command in one file: reading its modules one by one takes a second of each process. */
export function bundled(): Promise<string> {
  bundle ??= bundleInto(
    // Each worker has its own.
    join('node_modules/.cache/tidemark-tests', process.env.VITEST_POOL_ID ?? '0'),
  );
  return bundle;
}

async function bundleInto(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: ENTRY, outDir, emptyOutDir: true, minify: false },
  });
  return join(outDir, 'detect.js');
}

/** The command as a process of its own, its input open. */
export async function startProcess(
  args: readonly string[],
): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [await bundled(), ...args]);
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

/** Runs a process of its own over `input` to its end. */
export async function detectAsProcess(args: readonly string[], input: string): Promise<Outcome> {
  const child = await startProcess(args);
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
