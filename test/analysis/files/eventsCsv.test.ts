import { describe, expect, it } from 'vitest';
import { bookOf, EMPTY_BOOK } from '../../../src/alarms/alarmBook.ts';
import { eventsCsv } from '../../../src/analysis/files/eventsCsv.ts';
import { anEvent } from '../../state/world.ts';

describe('the export of all events', () => {
  it('holds exact values, and quotes names that need it', () => {
    const text = eventsCsv(
      [anEvent(1, { collective: true })],
      [{ name: 'a "b", c', unit: 'g' }],
      EMPTY_BOOK,
      [],
    );
    expect(text).toBe(
      'id,from,to,channel,unit,peak_value,peak_deviation_sigma,probability,outliers,kind,seen_by,acknowledged,shelved,note,class\r\n' +
        '1,2026-01-01T12:00:01.000Z,2026-01-01T12:00:01.400Z,"a ""b"", c",g,4.8123456789,12.25,' +
        '0.99812345,3,collective,browser + board,,,,\r\n',
    );
  });

  it('tells what was done about each, what raised it and what the person calls it', () => {
    const [one, other] = [anEvent(1), anEvent(9, { cause: 'drift' })];
    const book = bookOf([
      { kind: 'acknowledge', atMs: 1, channel: 0, fromMs: one.fromMs, toMs: one.toMs },
      {
        kind: 'note',
        atMs: 2,
        channel: 0,
        fromMs: one.fromMs,
        toMs: one.toMs,
        text: 'loose, bolt',
      },
      { kind: 'shelve', atMs: other.fromMs, channel: 0, untilMs: other.toMs + 1, reason: 'oil' },
    ]);
    const rows = eventsCsv([one, other], [], book, [{ ...one, name: 'worn, "2"' }])
      .trim()
      .split('\r\n');
    expect(rows[1]).toMatch(/,alarm,browser \+ board,yes,,"loose, bolt","worn, ""2"""$/);
    expect(rows[2]).toMatch(/,drift,browser \+ board,,oil,,$/);
  });

  it('leaves the deviation empty when the browser did not judge', () => {
    const text = eventsCsv([anEvent(1, { peakDeviation: null, by: 'board' })], [], EMPTY_BOOK, []);
    expect(text.split('\r\n')[1]).toContain(',4.8123456789,,0.99812345,');
  });

  it('tells times as exactly as the samples’ export, and one that no calendar has as a number', () => {
    const [, row] = eventsCsv(
      [anEvent(1, { fromMs: 0.25, toMs: 1e300 })],
      [],
      EMPTY_BOOK,
      [],
    ).split('\r\n');
    expect(row).toMatch(/^1,1970-01-01T00:00:00\.00025Z,1e\+300,/);
  });
});
