/** The browser's outliers and alarms on the retained samples, against the person's labels. */
import {
  addMatches,
  isScored,
  type Matches,
  reachOf,
  type Scores,
  scoresOf,
  type TimeSpan,
} from '../../detector/scores.ts';
import type { IndexRange } from '../../history/columns.ts';
import type { FlagLedger } from '../../history/flagLedger.ts';
import { firstAfter, firstAtOrAfter, type History } from '../../history/history.ts';
import type { Label } from '../messages/studyMessages.ts';
import type { Judging } from './judging.ts';

/**
 * The same counts as `createMatcher` makes of every flagged sample of a channel, without a look at each.
 *
 * @param labels of this channel
 */
export function matchLabels(
  history: History,
  ledger: FlagLedger,
  channel: number,
  labels: readonly TimeSpan[],
): Matches {
  const flaggedIn = (range: IndexRange) => ledger.summary(channel, range).browser.flagged;
  const ranges = labels
    .map((label) => reachOf(label))
    .map(({ fromMs, toMs }) => ({
      from: firstAtOrAfter(history, fromMs),
      to: firstAfter(history, toMs),
    }))
    .sort((a, b) => a.from - b.from);
  let right = 0;
  let met = 0;
  let countedTo = history.start;
  for (const { from, to } of ranges) {
    const flagged = flaggedIn({ from, to });
    if (flagged > 0) met += 1;
    // What several labels cover is counted once.
    right += from >= countedTo ? flagged : flaggedIn({ from: countedTo, to });
    countedTo = Math.max(countedTo, to);
  }
  return {
    flagged: flaggedIn({ from: history.start, to: history.end }),
    right,
    labels: labels.length,
    met,
  };
}

/** Over all channels of a board and all that is retained; null when no label counts. */
export function scoresAgainst(
  labels: readonly Label[],
  { history, ledger }: Judging,
  channelCount: number,
): Scores | null {
  let matches: Matches = { flagged: 0, right: 0, labels: 0, met: 0 };
  for (let channel = 0; channel < channelCount; channel++) {
    const own = labels.filter((label) => label.channel === channel && isScored(label));
    if (own.length === 0) continue;
    matches = addMatches(matches, matchLabels(history, ledger, channel, own));
  }
  return scoresOf(matches);
}
