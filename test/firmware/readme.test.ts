import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { PARAMETER_NAMES } from '../../src/detector/parameters.ts';
import { sumOf } from './lineSum.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

const README = readFileSync(new URL('../../firmware/README.md', import.meta.url), 'utf8');

/** The lines of the example, with `> ` or `< ` in front. */
const example = README.split('\n').filter((line) => /^[<>] /.test(line));

describe('the README of the firmware', () => {
  it('gives the right sum wherever it gives one, but for the one that it shows refused', () => {
    const sums = example.filter((line) => line.includes('*'));
    expect(sums.length).toBeGreaterThan(15);
    for (const line of sums) {
      const [, body = '', sum] = /^[<>] (.*)\*(..)$/.exec(line) ?? [];
      expect(`${body} ${sum === sumOf(body)}`).toBe(`${body} ${line !== '> ping,12*00'}`);
    }
  });

  it('shows a conversation that a board really has', () => {
    const board = openBoard();
    let expected: string[] = [];
    let answer: string[] = [];
    for (const line of [...example, '> ']) {
      if (line.startsWith('<')) {
        expected.push(line.slice(2, line.lastIndexOf('*')));
        continue;
      }
      expect(answer).toEqual(expected);
      answer = board.ask(line.slice(2));
      expected = [];
    }
  });

  it('names every file of the firmware that there is', () => {
    for (const name of Object.keys(loadFirmwareFiles())) {
      if (!name.startsWith('boards/')) expect(README).toContain(`\`${name}\``);
    }
  });

  it('gives every parameter with its default', () => {
    openBoard();
    micropython.runPython(`
import parameters
from line import number
result = ";".join([
    "%s=%s" % (name, value if name == "tail" else number(value))
    for name, value in parameters.defaults().items()
])
`);
    const pairs = pythonGlobal('result').split(';');
    expect(pairs).toHaveLength(PARAMETER_NAMES.length);
    for (const pair of pairs) {
      const [name = '', value = ''] = pair.split('=');
      expect(README).toMatch(new RegExp(`\\| \`${name}\` *\\|[^|]*\\| \`?${value}\`? *\\|`));
    }
  });
});
