/**
 * The detector on the command line: samples in, verdicts out. `--help` says how.
 */
import { runCommand } from './runCommand.ts';

const FAILED = 2;

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Whoever reads may stop whenever it has enough. */
function exitWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  complain(`Cannot write the verdicts: ${error.message}`);
  process.exit(FAILED);
}

process.stdout.on('error', exitWhenUnread);
// Nobody reads the complaints: the verdicts go on.
process.stderr.on('error', () => undefined);
process.exitCode = await runCommand(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  complaints: process.stderr,
});
