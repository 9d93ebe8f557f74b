import {
  DEFAULT_PARAMETERS,
  NUMERIC_PARAMETER_NAMES,
  NUMERIC_PARAMETERS,
  TAILS,
} from '../detector/parameters.ts';
import { PRESETS } from '../detector/presets.ts';

/** What `--help` prints. */
export function helpText(): string {
  const option = (name: string, meaning: string) => `  ${name.padEnd(22)} ${meaning}`;
  const parameters = NUMERIC_PARAMETER_NAMES.map((name) => {
    const { symbol, meaning, unit } = NUMERIC_PARAMETERS[name];
    const words = name === 'period' ? 'Time between two samples without a time column.' : meaning;
    const inMs = unit === 'ms' ? ' In ms.' : '';
    return option(`--${name} ${DEFAULT_PARAMETERS[name]}`, `${symbol}: ${words}${inMs}`);
  });
  return `Usage: npm run -s detect -- [options] [file] < samples

Judges samples, one number a line, and writes a line for each:
score outlier alarm collective probability

Input
${option('--column NAME|NUMBER', 'Read a CSV table, with or without a header, and take this column.')}
${option('--time-column …', 'Take the times, in ms, from this column; else a sample every period.')}

Output
${option('--json', 'One JSON object a line.')}

Parameters, with their defaults
${parameters.join('\n')}
${option(`--tail ${DEFAULT_PARAMETERS.tail}`, `Which side of the mean counts: ${TAILS.join(', ')}.`)}
${option('--preset 2', `One of the talk's ${PRESETS.length} experiments; what is given beside it wins.`)}

Others
${option('--help, -h', 'This.')}
${option('--version', 'Which Tidemark this is.')}

A line that is no number is reported with its number, and skipped. NaN is a sample without a
verdict. Exit status: 0, or 2 when the command could not do its work.
`;
}
