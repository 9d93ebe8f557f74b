/**
 * Files that were damaged: none of them throws, and every line that comes out is whole. How many:
 * `MUTATIONS=100000 npx vitest run test/history/csv/mutatedFiles.test.ts`.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../protocol/foreign/readLines.ts';
import { mulberry32 } from '../../signals/benchmarkSignal.ts';
import { HANG_MS, thorough } from '../../thoroughness.ts';
import { convert, fileBytes, look } from './importFile.ts';

const COUNT = Number(process.env.MUTATIONS ?? thorough(60, 2000));
const files = readdirSync(new URL('../../vectors/import', import.meta.url)).map(fileBytes);
const PIECES = [
  '"',
  ',',
  ';',
  '\n',
  '\r',
  '\0',
  '#',
  '-',
  '1e999',
  'NaN',
  '\t',
  '::',
  '\uffff',
  '9'.repeat(400),
];
const encoder = new TextEncoder();

function mutated(random: () => number): Uint8Array {
  const below = (most: number) => Math.floor(random() * most);
  let bytes = files[below(files.length)] ?? new Uint8Array(0);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(bytes.length + 1);
    const piece = encoder.encode(PIECES[below(PIECES.length)] ?? '');
    const end = Math.min(bytes.length, at + below(40));
    const kinds = [
      () => bytes.map((byte, i) => (i === at ? below(256) : byte)),
      () => Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at)]),
      () => Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(end)]),
      () => Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(at)]),
      () => Uint8Array.from([...bytes, ...(files[below(files.length)] ?? [])]),
      () => bytes.slice(0, at),
    ];
    bytes = kinds[below(kinds.length)]?.() ?? bytes;
  }
  return bytes;
}

describe('a damaged file', () => {
  it(`is read or refused, ${COUNT} times, and nothing throws`, () => {
    const random = mulberry32(20_261_127);
    let read = 0;
    let longestMs = 0;
    let most = 0;
    for (let i = 0; i < COUNT; i++) {
      const bytes = mutated(random);
      const from = processorMs();
      const seen = look(bytes);
      if (!seen.ok) {
        longestMs = Math.max(longestMs, processorMs() - from);
        continue;
      }
      const { text, samples, counts } = convert(bytes, seen.plan, 97);
      expect(counts.leftOut).toBeLessThanOrEqual(counts.rows);
      // A row gives a sample at most, and so much is written of each.
      expect(text.length).toBeLessThan(4096 + bytes.length * 60);
      longestMs = Math.max(longestMs, processorMs() - from);
      if (samples.length > 0) read++;
      if (i % 100 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    process.stdout.write(
      `${COUNT} damaged files: the longest took ${longestMs.toFixed(0)} ms, at most ${(most / 1e6).toFixed(0)} MB in use\n`,
    );
    // Each is small: what takes so long would take for ever when it is long.
    expect(longestMs).toBeLessThan(HANG_MS);
    // What one file leaves behind would have come a thousandfold.
    expect(most).toBeLessThan(1e9);
    expect(read).toBeGreaterThan(COUNT / 3);
  }, 3_600_000);
});
