import { describe, expect, it } from 'vitest';
import { lineNote } from '../../../src/analysis/connection/lineNote.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';

describe('what the console says of a line', () => {
  it.each([
    ['21.5', 'read as numbers'],
    ['1\t2\t3', 'read as numbers'],
    ['temp: 21.5, hum: 40', 'read as label:value'],
    ['>temp:21.5', 'read as Teleplot'],
    ['{"temp": 21.5}', 'read as JSON'],
    ['Reading the sensor…', 'not read: not numbers separated by commas, blanks or tabs'],
    ['temp: warm', 'not read: not label:value pairs'],
    ['{"temp": "warm"}', 'not read: a JSON object without numbers'],
    ['', ''],
  ])('%j of another sketch: %s', (line, note) => {
    expect(lineNote(line, 'foreign')).toBe(note);
  });

  it.each([
    [checkedLine('s,1,20,0.5').trim(), ''],
    [checkedLine('l,hello').trim(), ''],
    ['s,1,20,0.5*00', 'dropped: the sum is wrong'],
    ['rst:0x1 (POWERON_RESET)', 'dropped: does not end in a sum'],
    [checkedLine('s,1,x,0.5').trim(), 'dropped: the fields are not what they should be'],
  ])('%j of our firmware: %s', (line, note) => {
    expect(lineNote(line, 'tidemark')).toBe(note);
  });

  it('is nothing while it is not known who speaks', () => {
    expect(lineNote('>>> ', null)).toBe('');
  });
});
