import { describe, expect, it } from 'vitest';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

/** Each float's bits in hex and the text that the board sends for it. */
function written(expression: string): Array<{ bits: string; text: string }> {
  openBoard();
  micropython.runPython(`
import random, struct, math
from line import number
random.seed(4)
found = []
for i in range(1500):
    value = ${expression}
    found.append("%s %s" % (struct.pack(">d", value).hex(), number(value)))
result = ";".join(found)
`);
  return pythonGlobal('result')
    .split(';')
    .map((pair) => {
      const [bits = '', text = ''] = pair.split(' ');
      return { bits, text };
    });
}

function bitsOf(text: string): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Number(text));
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

describe('numbers on the line', () => {
  it.each([
    'random.uniform(-10, 10)',
    'random.random() * 10.0 ** random.randint(-30, 30)',
    '-1 / (i + 3)',
    'math.exp(i / 30)',
  ])('read back in JavaScript as the very same value: %s', (expression) => {
    const wrong = written(expression).filter(({ bits, text }) => bitsOf(text) !== bits);
    expect(wrong).toEqual([]);
  });

  it('are as short as they can be', () => {
    const texts = written('(i - 700) / 1000').map(({ text }) => text);
    expect(texts.slice(700, 704)).toEqual(['0', '0.001', '0.002', '0.003']);
    expect(Math.max(...texts.map((text) => text.length))).toBe(6);
  });
});
