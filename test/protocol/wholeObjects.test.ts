/** Objects that are printed over several lines, live and in a log. */
import { describe, expect, it } from 'vitest';
import { createForeignChannels } from '../../src/protocol/foreignChannels.ts';
import { createWholeObjects } from '../../src/protocol/wholeObjects.ts';
import { importGuessed } from '../history/csv/importFile.ts';

/** Names, and how many rows there are, of the lines of a text. */
function read(text: string) {
  const whole = createWholeObjects();
  const channels = createForeignChannels();
  let names: readonly string[] = [];
  const rows: (readonly number[])[] = [];
  let unread = 0;
  for (const line of text.split('\n')) {
    for (const { reading } of whole(line)) {
      if (reading.form === null) {
        channels.skip();
        if (reading.reason !== 'empty') unread++;
        continue;
      }
      const taken = channels.take(reading, rows.length);
      names = taken.channels ?? names;
      rows.push(...taken.rows.map(({ values }) => values));
    }
  }
  return { names, rows, unread };
}

const times = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('\n');

const FORMS: readonly (readonly [
  string,
  (i: number) => string,
  readonly string[],
  readonly number[],
])[] = [
  [
    'as json.dumps indents it',
    (i) => JSON.stringify({ temp: i, hum: 40, ok: true }, null, 2),
    ['temp', 'hum', 'ok'],
    [0, 40, 1],
  ],
  [
    'nested, two of one name',
    (i) => JSON.stringify({ id: 'x1', a: { t: i, h: 2 }, b: { t: 3, h: 4 } }, null, 4),
    ['a.t', 'a.h', 'b.t', 'b.h'],
    [0, 2, 3, 4],
  ],
  [
    'with lists',
    (i) => JSON.stringify({ acc: [i, 2, 3] }, null, 1),
    ['acc.0', 'acc.1', 'acc.2'],
    [0, 2, 3],
  ],
  ['as pprint breaks it', (i) => `{'temp': ${i},\n 'hum': 40}`, ['temp', 'hum'], [0, 40]],
  [
    'of more lines than lie between rows',
    (i) =>
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`c${k}x`, i + k])),
        null,
        2,
      ),
    Array.from({ length: 20 }, (_, k) => `c${k}x`),
    Array.from({ length: 20 }, (_, k) => k),
  ],
  ['with brackets in strings', (i) => `{\n"note": "a } [",\n"t": ${i}\n}`, ['t'], [0]],
];

describe('an object over several lines', () => {
  it.each(FORMS)('%s', (_title, text, names, first) => {
    const { rows, unread, names: found } = read(times(12, text));
    expect(found).toEqual(names);
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual(first);
    expect(unread).toBe(0);
  });

  it('one that breaks off costs no other line', () => {
    const { rows, unread } = read(times(20, (i) => (i === 5 ? '{"t":5,"h":' : `{"t":${i},"h":4}`)));
    expect(rows).toHaveLength(19);
    expect(unread).toBe(1);
    const mixed = read(`{\n${times(20, (i) => `${i},2`)}`);
    expect(mixed.rows).toHaveLength(20);
  });

  it.each(['[[1. 2.]', '[1, 2]', '(1, 2)', '1,2'])('%j is read at once', (line) => {
    const [first] = createWholeObjects()(line);
    expect(first?.reading).toMatchObject({ form: 'numbers' });
  });

  it('holds no more than an object can need', () => {
    const whole = createWholeObjects();
    whole('{');
    let out = 0;
    for (let i = 0; i < 2000; i++) out += whole(`"name ${i}": ${i},`).length;
    expect(out).toBeGreaterThan(1400);
  });
});

describe('a file of such objects', () => {
  const coded = (text: string) => new TextEncoder().encode(text);

  it('one after the other', () => {
    const { hello, samples, counts } = importGuessed(
      coded(times(9, (i) => JSON.stringify({ temp: i, hum: 40 }, null, 2))),
    );
    expect(hello?.channels.map(({ name }) => name)).toEqual(['temp', 'hum']);
    expect(samples.map(({ values }) => values[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(counts).toMatchObject({ rows: 9, leftOut: 0 });
  });

  it('in an array, at their own times', () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ time: `2026-11-27T12:00:0${i}Z`, a: i }));
    const { samples } = importGuessed(coded(JSON.stringify(rows, null, 2)));
    expect(samples.map(({ boardMs }) => boardMs)).toEqual(rows.map((_, i) => i * 1000));
    expect(samples[0]?.toldMs).toBe(Date.parse('2026-11-27T12:00:00Z'));
  });

  it('one that breaks off at the end is said', () => {
    const text = `${times(9, (i) => JSON.stringify({ a: i, b: 2 }, null, 2))}\n{\n"a"`;
    expect(importGuessed(coded(text)).counts.leftOut).toBeGreaterThan(0);
  });
});
