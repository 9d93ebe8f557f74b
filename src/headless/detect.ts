/**
 * The detector on the command line: samples in, verdicts out. `--help` says how.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createDetector } from '../detector/detector.ts';
import { judge } from '../detector/judge.ts';
import { VERSION } from '../version.ts';
import { createSampleReader } from './columns.ts';
import { helpText } from './help.ts';
import { type Options, readArguments } from './options.ts';
import { blankSeparatedLine, jsonLine } from './output.ts';

const FAILED = 2;
const FILE_CHUNK_BYTES = 1 << 18;

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence: string): void {
  complain(sentence);
  process.exitCode = FAILED;
}

/** Whoever reads may stop whenever it has enough. */
function exitWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  complain(`Cannot write the verdicts: ${error.message}`);
  process.exit(FAILED);
}

async function detect({ parameters, column, timeColumn, json, file }: Options): Promise<void> {
  const detector = createDetector(parameters);
  const verdictLine = json ? jsonLine : blankSeparatedLine;
  let samples = 0;
  let verdicts = '';
  let badLines = 0;
  let complaints = '';
  const reader = createSampleReader(column, timeColumn, {
    sample(value, timeMs) {
      const verdict = judge(detector, timeMs ?? samples * parameters.period, value);
      samples += 1;
      verdicts += verdictLine(verdict, detector);
    },
    badLine(sentence) {
      badLines += 1;
      complaints += `${sentence}\n`;
    },
  });
  /** Writes what the last chunk gave, so that a live stream is judged live. */
  const flush = async () => {
    if (complaints !== '') process.stderr.write(complaints);
    complaints = '';
    const written = verdicts === '' || process.stdout.write(verdicts, 'latin1');
    verdicts = '';
    if (!written) await once(process.stdout, 'drain');
  };

  const input =
    file === null ? process.stdin : createReadStream(file, { highWaterMark: FILE_CHUNK_BYTES });
  for await (const chunk of input) {
    const missing = reader.push(chunk);
    await flush();
    if (missing !== null) return fail(missing);
  }
  const missing = reader.end();
  await flush();
  if (missing !== null) return fail(missing);
  if (badLines > 0) {
    complain(`Lines skipped: ${badLines}. Samples judged: ${samples - detector.invalid}.`);
  }
  if (detector.invalid > 0) {
    complain(`Samples without a verdict, not finite or too large: ${detector.invalid}.`);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

process.stdout.on('error', exitWhenUnread);
// Nobody reads the complaints: the verdicts go on.
process.stderr.on('error', () => undefined);
const request = readArguments(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    process.stdout.write(helpText());
    break;
  case 'version':
    process.stdout.write(`${VERSION}\n`);
    break;
  case 'fault':
    fail(`${request.sentence} See --help.`);
    break;
  case 'run':
    try {
      await detect(request.options);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      fail(`Cannot read the samples: ${error.message}.`);
    }
    break;
  default:
    request satisfies never;
}
