import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDateTimeWriter, parseDateTime } from '../../../src/history/csv/dateTime.ts';

function read(text: string, zoneMinutes = 0): number {
  const bytes = new TextEncoder().encode(`;${text};`);
  return parseDateTime(bytes, 1, bytes.length - 1, zoneMinutes);
}

describe('a calendar time', () => {
  it.each([
    ['2014-02-14 14:30:00', '2014-02-14T14:30:00Z'],
    ['2026-11-22T15:06:40.125Z', '2026-11-22T15:06:40.125Z'],
    ['2026-11-22T15:06:40,125Z', '2026-11-22T15:06:40.125Z'],
    ['2026-11-22t15:06', '2026-11-22T15:06:00Z'],
    ['2026/11/22 15:06:40', '2026-11-22T15:06:40Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2000-03-01', '2000-03-01T00:00:00Z'],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.5Z'],
    ['2026-11-22T15:06:40+0530', '2026-11-22T15:06:40+05:30'],
    ['2026-11-22T15:06:40-08', '2026-11-22T15:06:40-08:00'],
  ])('%s is read', (text, standard) => {
    expect(read(text)).toBe(Date.parse(standard));
  });

  it('without a zone is in the zone that is given', () => {
    expect(read('2026-11-22 15:06:40', 120)).toBe(Date.parse('2026-11-22T15:06:40+02:00'));
  });

  it.each([
    '',
    '2026',
    '12.5',
    '2026-13-01',
    '2026-02-30',
    '2023-02-29',
    '2026-1-1',
    '2026-11-22 25:00',
    '2026-11-22 15:0',
    '2026-11-22 15:06:',
    '2026-11-22 15:06:40.',
    '2026-11-22 15:06:40 pm',
    '2026-11/22',
    '2026-11-22T15:06:40+1',
    '22.11.2026 15:06',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNaN();
  });

  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e10, max: 2e14 }), (ms) => {
        expect(read(new Date(ms).toISOString())).toBe(ms);
      }),
    );
  });

  it('is written so that the very same number is read back', () => {
    const writer = createDateTimeWriter();
    fc.assert(
      fc.property(fc.double({ min: 0, max: 4e12, noNaN: true }), (ms) => {
        const text = writer.text(ms);
        // Below a nanosecond nobody measures, and near 1970 doubles could.
        if (ms > 1e11) expect(read(text)).toBe(ms);
        else expect(Math.abs(read(text) - ms)).toBeLessThan(1e-6);
      }),
    );
    expect(writer.text(1_700_000_000_250)).toBe('2023-11-14T22:13:20.250Z');
  });
});
