import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const READMES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'firmware/README.md',
  'src/README.md',
  'src/detector/README.md',
  'src/history/README.md',
  'src/history/csv/README.md',
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
  for (const [, path = ''] of named) expect(existsSync(path), path).toBe(true);
});

it.each(READMES)('every command that %s names is there', (readme) => {
  const text = readFileSync(readme, 'utf8');
  for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:]+)/g)) {
    expect(scripts, name).toHaveProperty([name]);
  }
});
