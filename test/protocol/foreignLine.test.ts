import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createForeignChannels } from '../../src/protocol/foreignChannels.ts';
import { readForeignLine } from '../../src/protocol/foreignLine.ts';
import { anyText } from '../signals/anyText.ts';
import { thorough } from '../thoroughness.ts';

const pairs = (line: string) => {
  const reading = readForeignLine(line);
  return reading.form === null
    ? reading.reason
    : [reading.form, ...reading.values.map(({ name, value }) => `${name}=${value}`)];
};

describe('a line of any other sketch', () => {
  it.each([
    ['12.5', ['numbers', 'value=12.5']],
    ['1,2,3', ['numbers', 'value 1=1', 'value 2=2', 'value 3=3']],
    ['1 2 3', ['numbers', 'value 1=1', 'value 2=2', 'value 3=3']],
    ['1\t2\t3\r', ['numbers', 'value 1=1', 'value 2=2', 'value 3=3']],
    ['-1e-3, .5', ['numbers', 'value 1=-0.001', 'value 2=0.5']],
    ['temp:21.5,hum:40', ['labels', 'temp=21.5', 'hum=40']],
    ['temp: 21.5, hum: 40', ['labels', 'temp=21.5', 'hum=40']],
    ['temp: 21.5 hum: 40', ['labels', 'temp=21.5', 'hum=40']],
    ['temp:21.5\thum:40', ['labels', 'temp=21.5', 'hum=40']],
    ['>speed:3.5', ['teleplot', 'speed=3.5']],
    ['>speed:1627551892437:3.5', ['teleplot', 'speed=3.5']],
    ['>speed:3.5§km/h', ['teleplot', 'speed=3.5']],
    ['{"a":1,"b":2.5,"note":"x"}', ['json', 'a=1', 'b=2.5']],
    ['nan', ['numbers', 'value=NaN']],
  ])('%j is read', (line, expected) => {
    expect(pairs(line)).toEqual(expected);
  });

  it.each([
    '',
    'hello',
    'Sensor 3 did not answer within 20 ms',
    'rst:0x1 (POWERON_RESET),boot:0x13',
    '{"a":',
    '{}',
    '[]',
    '>x',
  ])('%j is refused with a reason', (line) => {
    expect(typeof pairs(line)).toBe('string');
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(anyText(200), (line) => {
        readForeignLine(line);
      }),
      { numRuns: thorough(150, 2000) },
    );
  });
});

describe('channels of a foreign sketch', () => {
  function feed(lines: readonly string[]) {
    const channels = createForeignChannels();
    const found: (readonly string[])[] = [];
    const rows: (readonly number[])[] = [];
    lines.forEach((line, i) => {
      const reading = readForeignLine(line);
      if (reading.form === null) {
        channels.skip();
        return;
      }
      const taken = channels.take(reading, i);
      if (taken.channels) found.push(taken.channels);
      rows.push(...taken.rows.map(({ values }) => values));
    });
    return { found, rows };
  }

  it('are believed after three lines that agree, and no row is lost', () => {
    expect(feed(['1,2', '3,4', '5,6', '7,8'])).toEqual({
      found: [['value 1', 'value 2']],
      rows: [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
    });
  });

  it('are gathered from one-value lines', () => {
    const cycle = (n: number) => [`>x:${n}`, `>y:${10 * n}`];
    expect(feed([...cycle(1), ...cycle(2), ...cycle(3), ...cycle(4), ...cycle(5)])).toEqual({
      found: [['x', 'y']],
      rows: [
        [1, 10],
        [2, 20],
        [3, 30],
        [4, 40],
        [5, 50],
      ],
    });
  });

  it('are found between lines of talk, and not in far-off lines that look like numbers', () => {
    const talk = (lines: number) => Array<string>(lines).fill('Reading the sensor…');
    const talkative = ['1', ...talk(8), '2', ...talk(8), '3'];
    expect(feed(talkative)).toEqual({ found: [['value']], rows: [[1], [2], [3]] });
    const noise = ['1', ...talk(9), '2', ...talk(9), '3'];
    expect(feed(noise)).toEqual({ found: [], rows: [] });
  });

  it('are not made up from a line of boot noise', () => {
    const { found, rows } = feed(['load:0', '1', '2', '3', '4', '99,98', '5']);
    expect(found).toEqual([['value']]);
    expect(rows).toEqual([[1], [2], [3], [4], [5]]);
  });
});
