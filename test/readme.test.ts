import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const FILES = ['src', 'firmware', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
);
const NAMES = new Set([...FILES, ...readdirSync('.')].map((path) => basename(path)));
const READMES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...FILES.filter((path) => basename(path) === 'README.md'),
];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

it.each(READMES)('every path that %s links to or names exists', (readme) => {
  const text = readFileSync(readme, 'utf8');
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
  for (const link of links) expect(existsSync(join(dirname(readme), link)), link).toBe(true);
  const named = [
    ...text.matchAll(
      /`((?:src|test|firmware|public|\.ci|\.github|\.vscode)\/[\w./-]*\w|vitest\.config\.ts)`/g,
    ),
  ];
  for (const [, path = ''] of named) {
    // From the project's folder, or from its own.
    expect(existsSync(path) || existsSync(join(dirname(readme), path)), path).toBe(true);
  }
});

it.each(READMES)('every source file that %s calls by its name alone is there', (readme) => {
  const text = readFileSync(readme, 'utf8');
  const named = [...text.matchAll(/`([\w.-]+\.(?:tsx?|py|h|cpp|ino))`/g)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !NAMES.has(name))).toEqual([]);
});

it.each(READMES)('every command that %s names is there', (readme) => {
  const text = readFileSync(readme, 'utf8');
  for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:]+)/g)) {
    expect(scripts, name).toHaveProperty([name]);
  }
});
