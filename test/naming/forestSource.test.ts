import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/naming/featureTable.ts';
import { forestSource } from '../../src/naming/forestSource.ts';
import { nameEvent } from '../../src/naming/model.ts';
import { inTemporaryDirectory } from '../conformance/cpython.ts';
import { PATIENCE_MS } from '../thoroughness.ts';
import { madeExamples, madeModel } from './madeForest.ts';

const CLASSES = ['spike', '*/ int main() {', 'back\\', 'Stoß 🙈 "x"'];
const model = madeModel(CLASSES);
const events = madeExamples(9, 300, { features: FEATURES.length, telling: 8, noise: 3 }).numbers;
const inputs = events.map((numbers) =>
  model.features.map((name) => numbers[FEATURES.findIndex((its) => its.name === name)] ?? 0),
);
const expected = events.map((numbers) => {
  const { its, share } = nameEvent(model, numbers);
  return `${its ?? -1} ${share.toFixed(6)}`;
});

function run(command: string, args: readonly string[], directory: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: directory,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

const C_PROGRAM = `
#include <stdio.h>
#include "forest.c"
int main(void) {
  double x[${model.features.length}], share;
  for (;;) {
    for (int i = 0; i < ${model.features.length}; i++) if (scanf("%lf", &x[i]) != 1) return 0;
    int its = tidemark_name(x, &share);
    printf("%d %.6f\\n", its, share);
  }
}
`;
const lines = inputs.map((x) => x.join(' ')).join('\n');

describe.each(['c-branches', 'c-arrays'] as const)('the forest as %s', (kind) => {
  it.each([
    ['gcc', ['-std=c99', '-pedantic']],
    ['g++', ['-x', 'c++', '-std=c++11']],
  ])('compiled by %s without a warning names as the page does', (compiler, options) => {
    inTemporaryDirectory((directory) => {
      writeFileSync(join(directory, 'forest.c'), forestSource(model, kind));
      writeFileSync(join(directory, 'main.c'), C_PROGRAM);
      writeFileSync(join(directory, 'lines'), lines);
      run(compiler, [...options, '-Wall', '-Wextra', '-Werror', '-O1', 'main.c'], directory);
      const said = run('sh', ['-c', './a.out < lines'], directory);
      expect(said.trim().split('\n')).toEqual(expected);
    });
  });
});

it('the forest as Python names as the page does', () => {
  inTemporaryDirectory((directory) => {
    writeFileSync(join(directory, 'forest.py'), forestSource(model, 'python'));
    writeFileSync(join(directory, 'lines'), lines);
    const program = `
import forest
for line in open("lines"):
    its, share = forest.name([float(x) for x in line.split()])
    print(-1 if its is None else its, "%.6f" % share)
assert forest.CLASSES[3] == "Sto\\u00df \\U0001f648 \\"x\\""
`;
    expect(run('python3', ['-c', program], directory).trim().split('\n')).toEqual(expected);
  });
});

it('is ASCII, whatever the classes are called', () => {
  for (const kind of ['c-branches', 'c-arrays', 'python'] as const) {
    expect(forestSource(model, kind)).toMatch(/^[ -~\n]*$/);
  }
});
