/** What a value means beside its number: zeros that stand for something, lengths of time, limits of a board. */
import type { BoardIdentity } from '../../analysis/messages/connectionState.ts';
import type { ParameterName, Parameters } from '../../detector/parameters.ts';
import { formatAbout, formatDuration, formatExact } from '../format.ts';
import { normalWords } from '../learningWords.ts';
import { REMARK_WORDS } from './panelWords.ts';

/** So many periods are T, where T is 0. */
const PERIODS_OF_GAP = 5;

/**
 * What a value stands for, where its number does not say it; null where it does.
 *
 * @param periodMs between two samples as they come; null where that is not known
 */
export function valueRemark(
  name: ParameterName,
  parameters: Parameters,
  periodMs: number | null,
): string | null {
  const { meanGap, memory, drift, rhythm, season, bins, least, maxima, block, fatigue } =
    parameters;
  // R is what the board says, or what was typed, until samples tell better.
  const spacingMs = periodMs ?? parameters.period;
  switch (name) {
    case 'meanGap':
      return meanGap === 0 ? REMARK_WORDS.fivePeriods(formatGap(PERIODS_OF_GAP * spacingMs)) : null;
    case 'maxima':
    case 'block':
      return normalWords(maxima * block, periodMs);
    case 'memory':
      return memory === 0 ? REMARK_WORDS.remembersAll : null;
    case 'fatigue':
      return fatigue === 0 ? REMARK_WORDS.noFatigue : null;
    case 'least':
      return least === 0 ? REMARK_WORDS.howeverSmall : null;
    case 'drift':
      return drift === 0 ? REMARK_WORDS.driftOff : null;
    case 'rhythm':
      return rhythm === 0 ? REMARK_WORDS.rhythmOff : null;
    case 'season':
      return season === 0 ? REMARK_WORDS.noSeason : REMARK_WORDS.cycle(formatAbout(season));
    case 'bins':
      return season === 0 ? REMARK_WORDS.seasonOnly : binsWords(season, bins, spacingMs);
    case 'gamma':
    case 'delta':
    case 'outliers':
    case 'period':
    case 'tail':
      return null;
    default:
      return name satisfies never;
  }
}

function binsWords(seasonMs: number, bins: number, periodMs: number): string {
  const samples = Math.floor(seasonMs / periodMs + 0.5);
  const kept = Math.min(bins, samples);
  return REMARK_WORDS.bins(kept, samples, formatAbout(seasonMs / Math.max(kept, 1)));
}

const formatGap = (ms: number): string =>
  ms < 1000 ? `${formatExact(Number(ms.toPrecision(3)))} ms` : formatDuration(ms);

/** What this board cannot; null where it can, or has not said. */
export function boardRemark(
  name: ParameterName,
  value: number | string,
  identity: BoardIdentity | null,
): string | null {
  if (!identity) return null;
  const { can, most, fitsMs } = identity;
  switch (name) {
    case 'drift':
    case 'rhythm':
      return lacks(can, name) ? REMARK_WORDS.cannot[name] : null;
    case 'season':
    case 'bins':
      return lacks(can, 'season') ? REMARK_WORDS.cannot.season : null;
    case 'maxima':
    case 'outliers':
      return most !== null && typeof value === 'number' && value > most
        ? REMARK_WORDS.most(most)
        : null;
    case 'period':
      return fitsMs !== null && typeof value === 'number' && value < fitsMs
        ? REMARK_WORDS.slowFits(formatGap(fitsMs))
        : null;
    case 'gamma':
    case 'delta':
    case 'meanGap':
    case 'block':
    case 'memory':
    case 'fatigue':
    case 'least':
    case 'tail':
      return null;
    default:
      return name satisfies never;
  }
}

/** Nothing is known of a board that does not say what it can. */
function lacks(can: BoardIdentity['can'], ability: BoardIdentity['can'][number]): boolean {
  return can.length > 0 && !can.includes(ability);
}
