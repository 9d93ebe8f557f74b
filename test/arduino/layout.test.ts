import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIBRARY } from './compile.ts';

const text = (path: string) => readFileSync(`${LIBRARY}/${path}`, 'utf8');
const files = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' });
const properties = new Map(
  text('library.properties')
    .trim()
    .split('\n')
    .map((line) => [line.split('=', 1).join(), line.slice(line.indexOf('=') + 1)]),
);

/** After the rules of arduino-lint that make a library be refused. */
describe('the layout of the Arduino library', () => {
  it('has every field that must be there, and no empty one', () => {
    for (const field of [
      'name',
      'version',
      'author',
      'maintainer',
      'sentence',
      'paragraph',
      'category',
      'url',
      'architectures',
      'includes',
    ]) {
      expect(properties.get(field), field).toMatch(/\S/);
    }
    // At most 16 letters, no blank, and neither of the words that say nothing of it.
    expect(properties.get('name')).toMatch(/^(?!.*(arduino|library))[a-z][\w.-]{0,15}$/i);
    expect(properties.get('maintainer')).not.toMatch(/arduino/i);
    expect(properties.get('version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(['Data Processing', 'Signal Input/Output']).toContain(properties.get('category'));
    expect(properties.get('architectures')).toBe('*');
    // The IDE would offer the drivers of every board: each part of Imu says which it needs.
    expect(properties.has('depends')).toBe(false);
  });

  it('has an address, as it must, but of a kind that is nobody’s, since the sources know none of their own', () => {
    // An address must be there (LP039) and look like one (LP041); one that does not load is only warned of (LP042).
    // The library that the page hands over has the page's: libraryZip.test.ts.
    expect(new URL(properties.get('url') ?? '').hostname).toMatch(/\.invalid$/);
  });

  it('says the same to PlatformIO, and no address', () => {
    const its: unknown = JSON.parse(text('library.json'));
    expect(its).toMatchObject({
      name: properties.get('name'),
      description: properties.get('sentence')?.replace(/\.$/, ''),
      license: 'MIT',
      frameworks: 'arduino',
      platforms: '*',
      headers: properties.get('includes'),
    });
    expect(its).not.toHaveProperty('repository');
  });

  it('says one version everywhere: that of the page and of the hello', () => {
    const version = properties.get('version');
    const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    expect(json(`${LIBRARY}/library.json`).version).toBe(version);
    expect(json('package.json').version).toBe(version);
    expect(text('src/tidemark/hello_lines.h')).toContain(`version=${version},`);
  });

  it('has a header of its name, a README, a license and examples in folders of their name', () => {
    expect(existsSync(`${LIBRARY}/src/${properties.get('includes')}`)).toBe(true);
    expect(properties.get('includes')).toBe(`${properties.get('name')}.h`);
    expect(text('README.md').length).toBeGreaterThan(500);
    expect(text('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
    const examples = readdirSync(`${LIBRARY}/examples`);
    expect(examples.length).toBeGreaterThan(0);
    for (const name of examples) {
      expect(existsSync(`${LIBRARY}/examples/${name}/${name}.ino`)).toBe(true);
    }
  });

  it('names its words for the editor, each with one tab and its kind: all that a sketch may use', () => {
    const board = text('src/tidemark/arduino_board.h');
    const [, ofSketch = ''] = /public:([\s\S]*?)private:/.exec(board) ?? [];
    const methods = [...ofSketch.matchAll(/^ {2}\w[\w ]* (\w+)\(/gm)].map(([, name]) => name);
    const types = ['Tidemark', 'TidemarkOf'];
    const limits = text('README.md').matchAll(/^\| `(TIDEMARK_\w+)`/gm);
    const constants = [...limits].map(([, name]) => name);
    const kinds = [
      ...types.map((name) => `${name}\tKEYWORD1`),
      ...new Set(methods.map((name) => `${name}\tKEYWORD2`)),
      ...[...constants, 'TIDEMARK_FLASH'].map((name) => `${name}\tLITERAL1`),
    ];
    expect(text('keywords.txt').trim().split('\n').toSorted()).toEqual(kinds.toSorted());
  });

  it('holds nothing that is no source, no link and no stray sketch', () => {
    for (const path of files) {
      const stat = statSync(`${LIBRARY}/${path}`);
      if (stat.isDirectory()) continue;
      expect(path).toMatch(/\.(h|ino|txt|md|json|properties)$|^LICENSE$/);
      if (path.endsWith('.ino')) expect(path).toMatch(/^examples\//);
    }
  });

  it('has headers that guard themselves, ask for no heap, no String and no exception', () => {
    for (const path of files.filter((name) => name.endsWith('.h'))) {
      const source = text(path).replace(/\/\/.*$/gm, '');
      expect(source, path).toMatch(/#ifndef TIDEMARK_\w+_?H?\n#define TIDEMARK_/);
      expect(source, path).not.toMatch(/\bnew\b|\bmalloc\b|\bString\b|\bthrow\b|\btry\b|std::/);
      expect(source.split('\n').length, path).toBeLessThan(320);
    }
  });
});
