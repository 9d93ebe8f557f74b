/** Tables of numbers on the disk, too large to be held in memory: written, and compared. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

const ROWS_A_WRITE = 20_000;
const PERIOD_MS = 0.5;

/** Rows every half a millisecond; values with few digits, many digits, and none. */
export async function writeTable(path: string, rows: number, channels: number): Promise<void> {
  const out = createWriteStream(path);
  const random = mulberry32(1);
  const names = Array.from({ length: channels }, (_, c) => `x${c} [g]`);
  out.write(`time [s],${names.join(',')}\n`);
  for (let from = 0; from < rows; from += ROWS_A_WRITE) {
    let text = '';
    for (let i = from; i < Math.min(rows, from + ROWS_A_WRITE); i++) {
      text += ((i * PERIOD_MS) / 1000).toFixed(4);
      for (let c = 0; c < channels; c++) text += `,${cell(i, gaussian(random))}`;
      text += '\n';
    }
    if (!out.write(text)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

function cell(i: number, noise: number): string {
  if (i % 10_007 === 5) return '';
  if (i % 100_003 === 7) return '9.75';
  return i % 10 === 0 ? String(noise) : noise.toFixed(4);
}

/**
 * How many rows of a table and of our export of it have equal times and values; throws at the first
 * that differs.
 */
export async function countEqualRows(
  source: string,
  exported: string,
  channels: number,
): Promise<number> {
  const before = linesOf(source);
  const after = linesOf(exported);
  await Promise.all([before.next(), after.next()]);
  let zeroMs = Number.NaN;
  for (let rows = 0; ; rows++) {
    const [wanted, found] = await Promise.all([before.next(), after.next()]);
    if (wanted.done && found.done) return rows;
    const [time, ...values] = String(wanted.value).split(',');
    const [boardMs, hostTime, ...cells] = String(found.value).split(',');
    const timeMs = rows * PERIOD_MS;
    if (rows === 0) zeroMs = Date.parse(hostTime ?? '');
    const hostMs = Date.parse((hostTime ?? '').replace(/(\.\d{3})\d*Z$/, '$1Z'));
    const decimals = Number(/\.\d{3}(\d*)Z$/.exec(hostTime ?? '')?.[1] || 0) / 10;
    const isSame =
      Number(time) * 1000 - timeMs < 1e-6 &&
      Number(boardMs) === timeMs &&
      hostMs + decimals - zeroMs === timeMs &&
      values.every((value, c) => sameNumber(value, cells[4 * c]));
    if (!isSame || values.length !== channels) {
      throw new Error(`Row ${rows} differs: ${wanted.value} | ${found.value}`);
    }
  }
}

const sameNumber = (a: string, b = 'missing') =>
  a === '' || b === '' ? a === b : Object.is(Number(a), Number(b));

function linesOf(path: string): AsyncIterator<string> {
  const input = createReadStream(path, { highWaterMark: 1 << 20 });
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
}
