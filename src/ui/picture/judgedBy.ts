/** What the channels of a picture were judged by, in lines under it. */
import type { OwnParameters } from '../../analysis/messages/judgingMessages.ts';
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import { PARAMETER_NAMES, type Parameters } from '../../detector/parameters.ts';
import type { ShownChannel } from '../../state/channelLooks.ts';
import { withUnit } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { PARAMETER_WORDS, shortParameterWord, valueWords } from '../parameterWords.ts';
import { TAIL_WORDS } from '../tailWords.ts';
import { PICTURE_WORDS } from './pictureWords.ts';

/** What the browser's detectors judge by. */
export interface JudgedBy {
  readonly browser: Parameters;
  /** By the name that the board says. */
  readonly browserOwn: OwnParameters;
  readonly channels: readonly Pick<ShownChannel, 'name' | 'boardName'>[];
}

/**
 * The parameters of all, then of each channel what it has of its own.
 *
 * @param shown indexes of the channels in the picture
 */
export function judgedByLines(
  { browser, browserOwn, channels }: JudgedBy,
  shown: readonly number[],
): string[] {
  const owners = [...new Set(shown)].flatMap((index) => {
    const channel = channels[index];
    const own = channel && browserOwn[channel.boardName];
    return own ? [`${isolated(channel.name)}: ${valuesLine(own)}`] : [];
  });
  return [valuesLine(browser), ...owners];
}

function valuesLine(values: Partial<Parameters> & Pick<ChannelParameters, 'judge'>): string {
  const each = PARAMETER_NAMES.flatMap((name) => {
    if (name === 'tail') return values.tail === undefined ? [] : [TAIL_WORDS[values.tail]];
    const value = values[name];
    if (value === undefined) return [];
    const { unit } = PARAMETER_WORDS[name];
    const short = unit === 'ms' || unit === 'σ' ? unit : '';
    return [`${shortParameterWord(name)} ${withUnit(valueWords(value), short)}`];
  });
  return [...each, ...(values.judge === 0 ? [PICTURE_WORDS.notJudged] : [])].join(' · ');
}
