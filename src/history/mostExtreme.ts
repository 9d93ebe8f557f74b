/** Of the marked samples of a stretch the one that an eye looks for first, without reading them all. */
import { BUCKET_BITS, BUCKET_SAMPLES, CHUNK_MASK } from './chunk.ts';
import { COARSE_SAMPLES } from './coarse.ts';
import { channelChunkAt, type History, valueAt } from './history.ts';
import { BOARD_ALARM, BOARD_OUTLIER, BROWSER_ALARM, BROWSER_OUTLIER } from './verdicts.ts';

/** Marked in a drawing: outliers and alarms, whoever said so. */
export const MARKED = BROWSER_OUTLIER | BROWSER_ALARM | BOARD_OUTLIER | BOARD_ALARM;
const OUTLIERS = BROWSER_OUTLIER | BOARD_OUTLIER;

/** So many samples have a summary, the largest first. */
const SIZES = [COARSE_SAMPLES, BUCKET_SAMPLES, 1] as const;

interface Piece {
  readonly min: number;
  readonly max: number;
  readonly flags: number;
}

/**
 * Of the retained samples `[first, end)`, the first of which is marked: the one furthest from the
 * middle of the limits, outliers before others, and all that was said of any of them. Summaries that
 * hold nothing further are passed over.
 */
export function mostExtreme(
  history: History,
  channelIndex: number,
  first: number,
  end: number,
): { readonly index: number; readonly flags: number } {
  const center = centerAt(history, channelIndex, first);
  const reachOf = ({ min, max }: Piece) => Math.max(center - min, max - center);
  let index = first;
  let flags = 0;
  let furthest = Number.NEGATIVE_INFINITY;
  let hasOutlier = false;

  function mayWin(piece: Piece): boolean {
    const isOutlier = (piece.flags & OUTLIERS) !== 0;
    if (isOutlier !== hasOutlier) return isOutlier;
    return reachOf(piece) > furthest;
  }

  for (let i = first; i < end; ) {
    let step: number = 1;
    for (const size of SIZES) {
      if (i % size !== 0 || i + size > end) continue;
      const piece = pieceAt(history, channelIndex, i, size);
      const isMarked = (piece.flags & MARKED) !== 0;
      if (size > 1 && isMarked && mayWin(piece)) continue;
      step = size;
      if (!isMarked) break;
      flags |= piece.flags;
      if (size === 1 && mayWin(piece)) {
        index = i;
        furthest = reachOf(piece);
        hasOutlier = (piece.flags & OUTLIERS) !== 0;
      }
      break;
    }
    i += step;
  }
  return { index, flags };
}

function pieceAt(history: History, channelIndex: number, i: number, size: number): Piece {
  if (size === COARSE_SAMPLES) {
    const coarse = history.coarse.channels[channelIndex];
    const place = i / COARSE_SAMPLES - history.coarse.base;
    return pieceOf(coarse?.min[place], coarse?.max[place], coarse?.flags[place]);
  }
  const channel = channelChunkAt(history, channelIndex, i);
  const at = i & CHUNK_MASK;
  if (size === 1) return pieceOf(channel?.value[at], channel?.value[at], channel?.flags[at]);
  const bucket = at >> BUCKET_BITS;
  const { bucketMin, bucketMax, bucketFlags } = channel ?? {};
  return pieceOf(bucketMin?.[bucket], bucketMax?.[bucket], bucketFlags?.[bucket]);
}

const pieceOf = (min = Number.NaN, max = Number.NaN, flags = 0): Piece => ({ min, max, flags });

/** Where the detector saw the middle; before it has limits, what the value before was. */
function centerAt(history: History, channelIndex: number, index: number): number {
  const channel = channelChunkAt(history, channelIndex, index);
  const lower = channel?.lower[index & CHUNK_MASK] ?? Number.NaN;
  const upper = channel?.upper[index & CHUNK_MASK] ?? Number.NaN;
  const limits = [lower, upper].filter(Number.isFinite);
  if (limits.length > 0) return limits.reduce((sum, limit) => sum + limit) / limits.length;
  const before = valueAt(history, channelIndex, index - 1);
  return Number.isFinite(before) ? before : valueAt(history, channelIndex, index);
}
