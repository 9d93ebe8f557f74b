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
    expect(properties.get('name')).toMatch(/^(?!Arduino)[A-Za-z0-9][\w .-]{0,62}$/);
    expect(properties.get('version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(['Data Processing', 'Signal Input/Output']).toContain(properties.get('category'));
    expect(properties.get('url')).toMatch(/^https:\/\//);
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

  it('names its words for the editor with tabs, one kind a word', () => {
    for (const line of text('keywords.txt').trim().split('\n')) {
      expect(line).toMatch(/^\w+\t(KEYWORD1|KEYWORD2|LITERAL1)$/);
    }
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
