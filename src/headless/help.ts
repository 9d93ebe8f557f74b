import {
  DEFAULT_PARAMETERS,
  NUMERIC_PARAMETER_NAMES,
  NUMERIC_PARAMETERS,
  TAILS,
} from '../detector/parameters.ts';
import { PRESETS } from '../detector/presets.ts';
import { DECIMALS, SEPARATORS, TIME_FORMATS } from './options.ts';

/** What `--help` prints. */
export function helpText(): string {
  const option = (name: string, meaning: string) => `  ${name.padEnd(22)} ${meaning}`;
  const words = (set: Readonly<Record<string, string>>) => Object.keys(set).join(', ');
  const parameters = NUMERIC_PARAMETER_NAMES.map((name) => {
    const { symbol, meaning, unit } = NUMERIC_PARAMETERS[name];
    const its =
      name === 'period'
        ? 'Time between two rows of an input without times; of others it is measured.'
        : meaning;
    const inMs = unit === 'ms' ? ' In ms.' : '';
    return option(`--${name} ${DEFAULT_PARAMETERS[name]}`, `${symbol}: ${its}${inMs}`);
  });
  return `Usage: npm run -s detect -- [options] [file] < samples

Reads any table of numbers, log of serial lines or recording that the page opens, with the same
guesses, judges every channel, and writes a line for each value:
score outlier alarm collective probability cause, and the channel where there are several.
The cause is what the score speaks of, and what raised the alarm: level, drift or rhythm.
What was guessed, and what was left out, stands on the standard error.

Input, instead of the guesses
${option('--column NAME|NUMBER', 'Take this column, from 1, or this channel; may be repeated, each is judged.')}
${option('--time-column …', 'The time; given twice: the day, the time of day; none: no time.')}
${option('--time-format …', `${words(TIME_FORMATS)};`)}
${option('', 'excel, matlab, julian: days as these count them; labview, gps: seconds.')}
${option('--day-first', 'In dates such as 3/4/2024 the day comes first;')}
${option('--month-first', 'or the month.')}
${option('--zone +02:00', 'Zone of times that say none; else this computer’s.')}
${option('--key-column …', 'Each word of this column is a channel; none: no column is a key.')}
${option('--separator …', `${words(SEPARATORS)}.`)}
${option('--decimal …', `${words(DECIMALS)}.`)}
${option('--header-line NUMBER', 'The line that names the columns, from 1; 0: none does.')}

Output
${option('--together', 'Two to eight channels are judged together, too, as one more, “together”.')}
${option('--json', 'An object for each value: {"row":7,"time":1714564805000,"channel":"temp","value":21.5,…}')}
${option('', 'row: the line of the input, from 1, as editors and spreadsheets count;')}
${option('', 'time: ms since 1970 where the input has a calendar, else since its first row;')}
${option('', 'value: null where it is missing.')}
${option('--model FILE', 'Name events by a forest: a line for each event that is over, instead of one a value:')}
${option('', 'row time channel confidence name, of its alarm; confidence is the share of the trees.')}
${option('--read-only', 'Read without judging: row time value channel, or the object without a verdict.')}
${option('--version', 'The version of Tidemark.')}

Parameters, with their defaults
${parameters.join('\n')}
${option(`--tail ${DEFAULT_PARAMETERS.tail}`, `Which side of the mean counts: ${TAILS.join(', ')}.`)}
${option('--preset 2', `One of the talk's ${PRESETS.length} experiments; what is given beside it wins.`)}

Exit status: 0, or 2 when nothing could be judged, with the reason.
`;
}
