/** The lines of a fast board, made before they are needed: making them must not be what is measured. */
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { sealed } from '../../signals/fuzzedBoard.ts';

const encoder = new TextEncoder();
const PARAMETERS = Object.entries(DEFAULT_PARAMETERS).map(([name, value]) => `${name}=${value}`);

export const GREETING = encoder.encode(
  sealed('h,protocol=1,firmware=tidemark,board=Bench,id=1,channels=x:g,float=64') +
    sealed(`p,${PARAMETERS.join(',')}`),
);

/** Lines of samples `from` to `to`, at `rateHz` by the board's clock; unit noise. */
export function noiseLines(from: number, to: number, rateHz: number): Buffer {
  const random = mulberry32(from + 1);
  let text = '';
  for (let seq = from; seq < to; seq++) {
    const timeMs = Math.floor((seq * 1000) / rateHz);
    text += sealed(`s,${seq},${timeMs},${gaussian(random).toFixed(4)}`);
  }
  return Buffer.from(text);
}

/** One sample whose value says when it was sent, ms on the host's clock since `zeroMs`. */
export function stampedLine(seq: number, timeMs: number, zeroMs: number): string {
  return sealed(
    `s,${seq},${timeMs},${(performance.timeOrigin + performance.now() - zeroMs).toFixed(2)}`,
  );
}
