/** The rules before these, for comparison only: they judge single samples. */
import {
  createBlockMaxima,
  fitMaxima,
  isFull,
  pushMaximum,
} from '../../../src/detector/blockMaxima.ts';
import { weibullOrdinate, weibullQuantile } from '../../../src/detector/weibull.ts';
import type { Flagger } from './peers.ts';

const GAMMA = 4;
const BLOCK = 32;
const MEMORY = 256;
const FATIGUE = 0.25;
const LEVEL = weibullOrdinate(0.94);

/** Rules 2 at their defaults, flagging outliers or alarms. */
export function rules2(flags: 'outlier' | 'alarm'): Flagger {
  const maxima = createBlockMaxima(5);
  const fit = { location: 0, shape: 0, scale: 0, r2: 0 };
  let fitted = false;
  let q = 0;
  let n = 0;
  let mean = 0;
  let variance = 0;
  let blockMax = 0;
  let quiet = BLOCK;
  let recent = 0;
  return (x) => {
    if (!Number.isFinite(x)) return false;
    const sigma = Math.max(Math.sqrt(variance), 1e-6 * Math.abs(mean), 1e-12);
    const d = n === 0 ? 0 : Math.abs(x - mean) / sigma;
    const limit = Math.max(GAMMA, q);
    const outlier = fitted && d > limit;
    recent *= 1 - 1 / (32 * BLOCK);
    const free = quiet >= BLOCK;
    const alarm = fitted && free && d > limit * (1 + FATIGUE * recent);
    if (alarm) recent += 1;
    if (alarm || (outlier && !free)) quiet = 0;
    else if (!free) quiet += 1;

    const settled = n >= BLOCK;
    if (settled) blockMax = Math.max(blockMax, outlier ? Math.min(d, q) : d);
    n += 1;
    const clip = settled ? 2 * limit * sigma : Number.POSITIVE_INFINITY;
    const step = Math.max(-clip, Math.min(clip, x - mean));
    const a = Math.max(1 / n, 1 / MEMORY);
    mean += a * step;
    variance = (1 - a) * (variance + a * step * step);
    if (settled && n % BLOCK === 0) {
      pushMaximum(maxima, Math.max(blockMax, 1e-6));
      blockMax = 0;
      if (isFull(maxima)) {
        fitMaxima(maxima, 0, fit);
        q = weibullQuantile(LEVEL, fit);
        fitted = true;
      }
    }
    return flags === 'alarm' ? alarm : outlier;
  };
}
