/** Recordings of ours as mail, editors and cut downloads leave them. */
import { describe, expect, it } from 'vitest';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { convert, guess, look } from './importFile.ts';

const LINES = [
  'H,tidemark=1,started=1700000000000,kind=tidemark,by=0.1.0',
  'T,1700000000000',
  'h,protocol=1,firmware=tidemark,board=Pico,id=0a,channels=x:g,float=32',
  ...Array.from({ length: 20 }, (_, i) => `s,${i},${i * 20},${i}.5`),
].map(checkedLine);

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a recording', () => {
  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('whose lines end in %s is read the same', (_name, end) => {
    const bytes = bytesOf(LINES.join('').replaceAll('\n', end));
    const { plan } = guess(bytes);
    expect(plan.form).toBe('recording');
    const { hello, samples, counts } = convert(bytes, plan);
    expect(hello?.board).toBe('Pico');
    expect(samples.map(({ values }) => values[0])).toEqual(LINES.slice(3).map((_, i) => i + 0.5));
    expect(counts.leftOut).toBe(0);
  });

  it('that is cut off in the middle of a line loses that line alone', () => {
    const bytes = bytesOf(LINES.join('').slice(0, -6));
    const { samples, counts } = convert(bytes, guess(bytes).plan);
    expect([samples.length, counts.leftOut]).toEqual([19, 1]);
  });

  it('of its first line alone, as a board that never spoke leaves it, has no sample and throws nothing', () => {
    const bytes = bytesOf(LINES[0] ?? '');
    const seen = look(bytes);
    const samples = seen.ok ? convert(bytes, seen.plan).samples : [];
    expect(samples).toEqual([]);
  });
});
