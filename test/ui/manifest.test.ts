import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
}

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly file_handlers: readonly { readonly accept: Readonly<Record<string, string[]>> }[];
};

describe('the manifest', () => {
  it.each([...manifest.icons, ...manifest.screenshots].filter(({ type }) => type === 'image/png'))(
    'has $src in the size that it says',
    ({ src, sizes }) => {
      const png = readFileSync(`public/${src}`);
      // Width and height stand behind the name of the first chunk.
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    },
  );

  it('hands recordings, tables and logs to the page', () => {
    const endings = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
    expect(endings.toSorted()).toEqual(['.csv', '.log', '.tidemark', '.tsv', '.txt']);
  });
});
