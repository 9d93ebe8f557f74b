import { describe, expect, it } from 'vitest';
import { lineNote } from '../../../src/analysis/connection/lineNote.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';

describe('what was made of a line', () => {
  it.each([
    ['21.5', { kind: 'read', form: 'numbers' }],
    ['1\t2\t3', { kind: 'read', form: 'numbers' }],
    ['temp: 21.5, hum: 40', { kind: 'read', form: 'labels' }],
    ['>temp:21.5', { kind: 'read', form: 'teleplot' }],
    ['{"temp": 21.5}', { kind: 'read', form: 'json' }],
    ['Reading the sensor…', { kind: 'unread', reason: 'words' }],
    ['temp: warm', { kind: 'unread', reason: 'label-words' }],
    ['{"temp": "warm"}', { kind: 'unread', reason: 'json-without-numbers' }],
    ['', null],
  ])('%j of another sketch: %j', (line, note) => {
    expect(lineNote(line, 'foreign')).toEqual(note);
  });

  it.each([
    [checkedLine('s,1,20,0.5').trim(), null],
    [checkedLine('l,hello').trim(), null],
    ['s,1,20,0.5*00', { kind: 'dropped', why: 'sum' }],
    ['rst:0x1 (POWERON_RESET)', { kind: 'dropped', why: 'unsummed' }],
    [checkedLine('s,1,x,0.5').trim(), { kind: 'dropped', why: 'malformed' }],
  ])('%j of our firmware: %j', (line, note) => {
    expect(lineNote(line, 'tidemark')).toEqual(note);
  });

  it('is nothing while it is not known who speaks', () => {
    expect(lineNote('>>> ', null)).toBeNull();
  });
});
