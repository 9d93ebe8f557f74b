/** What a value means beside its number: zeros that stand for something, lengths of time, limits of a board. */
import type { BoardIdentity } from '../../analysis/messages/connectionState.ts';
import type { ParameterName, Parameters } from '../../detector/parameters.ts';
import { formatAbout, formatDuration } from '../format.ts';
import { normalWords } from '../learningWords.ts';

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
      return meanGap === 0 ? `Five periods: ${formatGap(PERIODS_OF_GAP * spacingMs)}.` : null;
    case 'maxima':
    case 'block':
      return normalWords(maxima * block, periodMs);
    case 'memory':
      return memory === 0 ? 'Remembers all.' : null;
    case 'fatigue':
      return fatigue === 0 ? 'No alarm raises the bar.' : null;
    case 'least':
      return least === 0 ? 'However small.' : null;
    case 'drift':
      return drift === 0 ? 'Off: drifts are not watched for.' : null;
    case 'rhythm':
      return rhythm === 0 ? 'Off: a stuck signal is not watched for.' : null;
    case 'season':
      return season === 0
        ? 'None. The tab Season looks for one.'
        : `A cycle of ${formatAbout(season)}.`;
    case 'bins':
      return season === 0 ? 'Matters with a season only.' : binsWords(season, bins, spacingMs);
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
  return `${kept} numbers for ${samples} samples, one every ${formatAbout(seasonMs / Math.max(kept, 1))}.`;
}

const formatGap = (ms: number): string =>
  ms < 1000 ? `${Number(ms.toPrecision(3))} ms` : formatDuration(ms);

/** What this board cannot; null where it can, or has not said. */
export function boardRemark(
  name: ParameterName,
  value: number | string,
  identity: BoardIdentity | null,
): string | null {
  if (!identity) return null;
  const { can, most } = identity;
  switch (name) {
    case 'drift':
    case 'rhythm':
      return lacks(can, name) ? `This board cannot judge ${name}: only the browser does.` : null;
    case 'season':
    case 'bins':
      return lacks(can, 'season')
        ? 'This board cannot keep a season: only the browser does.'
        : null;
    case 'maxima':
    case 'outliers':
      return most !== null && typeof value === 'number' && value > most
        ? `This board has memory for ${most} at most, and keeps its own.`
        : null;
    case 'gamma':
    case 'delta':
    case 'meanGap':
    case 'period':
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
