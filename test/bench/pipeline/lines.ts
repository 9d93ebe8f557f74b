/** The lines of a fast board, made before they are needed: making them must not be what is measured. */
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { formatParameters } from '../../../src/protocol/formatLine.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

const encoder = new TextEncoder();

export const GREETING = encoder.encode(
  checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=1,channels=x:g,float=64') +
    formatParameters('p', DEFAULT_PARAMETERS),
);

/** Lines of samples `from` to `to`, at `rateHz` by the board's clock; unit noise. */
export function noiseLines(from: number, to: number, rateHz: number): Buffer {
  const random = mulberry32(from + 1);
  let text = '';
  for (let seq = from; seq < to; seq++) {
    const timeMs = Math.floor((seq * 1000) / rateHz);
    text += checkedLine(`s,${seq},${timeMs},${gaussian(random).toFixed(4)}`);
  }
  return Buffer.from(text);
}

/** One sample whose value says when it was sent, ms on the host's clock since `zeroMs`. */
export function stampedLine(seq: number, timeMs: number, zeroMs: number): string {
  return checkedLine(
    `s,${seq},${timeMs},${(performance.timeOrigin + performance.now() - zeroMs).toFixed(2)}`,
  );
}
