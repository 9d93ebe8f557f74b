import { describe, expect, it } from 'vitest';
import { lendableLink } from '../../src/board/lendableLink.ts';
import { createMemoryLink } from '../analysis/fixtures/memoryLink.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a link that can be lent', () => {
  it('gives its bytes to whoever has it, in order, and none to the other', async () => {
    const memory = createMemoryLink();
    const lendable = lendableLink(memory.link);
    const reader = lendable.link.readable.getReader();
    memory.arrive('one');
    expect(text((await reader.read()).value)).toBe('one');
    let taken = '';
    const loan = lendable.lend((bytes) => {
      taken += text(bytes);
    });
    const next = reader.read();
    memory.arrive('two');
    memory.arrive('three');
    await settle();
    loan?.giveBack();
    memory.arrive('four');
    expect(text((await next).value)).toBe('four');
    expect(taken).toBe('twothree');
  });

  it('drops what its usual reader writes meanwhile', async () => {
    const memory = createMemoryLink();
    const lendable = lendableLink(memory.link);
    const loan = lendable.lend(() => undefined);
    await lendable.link.write(bytesOf('hello'));
    await loan?.write(bytesOf('import os'));
    loan?.giveBack();
    await lendable.link.write(bytesOf('again'));
    expect(memory.written).toEqual(['import os', 'again']);
  });

  it('is lent to one at a time, and tells both of its end', async () => {
    const memory = createMemoryLink();
    const lendable = lendableLink(memory.link);
    const reader = lendable.link.readable.getReader();
    const loan = lendable.lend(() => undefined);
    expect(lendable.lend(() => undefined)).toBeNull();
    memory.lose();
    expect(await loan?.closed).toMatchObject({ reason: 'lost' });
    expect(await lendable.link.closed).toMatchObject({ reason: 'lost' });
    expect((await reader.read()).done).toBe(true);
    await expect(loan?.write(bytesOf('x'))).rejects.toThrow();
  });
});
