/** From which sample on browser and board can be compared, and how far they say the same. */
import { effectiveParameters, isJudged } from '../../detector/channelParameters.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { timeAt } from '../../history/history.ts';
import { PAGE_RULES } from '../messages/connectionState.ts';
import type { Agreement } from '../messages/findings.ts';
import { compareVerdicts } from './agreement.ts';
import { judgingDifferences, parametersOf } from './judgedBy.ts';
import type { Judging } from './judging.ts';
import type { ToldParameters } from './toldParameters.ts';

export interface BoardComparison {
  /** @param rules those of the detector on the board */
  greeted(rules: number): void;
  /** Both begin to learn at the next sample. */
  beginTogether(lost: number): void;
  /** What the board said up to here cannot be compared. */
  compareFromHere(lost: number): void;
  /** @param lost samples lost so far */
  agreement(channelCount: number, lost: number): Agreement;
}

export function createBoardComparison(judging: Judging, told: ToldParameters): BoardComparison {
  const { history } = judging;
  let rules = PAGE_RULES;
  /** Index of the sample at which both began to learn; null when they did not begin together. */
  let together: number | null = null;
  /** Index of the first sample that is compared, and what was lost at that moment. */
  let comparedFrom = 0;
  let lostBefore = 0;

  /** Whether browser and board judge all channels alike. */
  function judgesLikeBoard(general: Parameters, channelCount: number): boolean {
    const by = judging.by();
    for (let channel = 0; channel < channelCount; channel++) {
      const own = told.ownOf(channel);
      const here = parametersOf(by, channel);
      if ((here === null) === isJudged(own)) return false;
      if (here && judgingDifferences(effectiveParameters(general, own), here).length > 0) {
        return false;
      }
    }
    return true;
  }

  function compareFromHere(lost: number): void {
    comparedFrom = history.end;
    lostBefore = lost;
  }

  return {
    greeted(its) {
      rules = its;
    },
    beginTogether(lost) {
      together = history.end;
      compareFromHere(lost);
    },
    compareFromHere,
    agreement(channelCount, lost) {
      if (rules !== PAGE_RULES) return { comparable: false, why: 'older-rules' };
      const board = told.general();
      if (board && !judgesLikeBoard(board, channelCount)) {
        return { comparable: false, why: 'parameters-differ' };
      }
      // A run over the history that began later knows less than the board.
      if (together === null || together < judging.judgedFrom()) {
        return { comparable: false, why: 'learned-differently' };
      }
      const from = Math.max(comparedFrom, history.start);
      const comparison = compareVerdicts(judging, from);
      const changed = comparedFrom > together && from < history.end;
      const changedAtMs = changed ? timeAt(history, from) : null;
      return { comparable: true, changedAtMs, ...comparison, lost: lost - lostBefore };
    },
  };
}
