import { describe, expect, it } from 'vitest';
import { csvRow } from '../../../src/analysis/files/csvCells.ts';
import { readHeading } from '../../../src/history/csv/headings.ts';
import { importGuessed } from '../../history/csv/importFile.ts';

const COMPUTED = ['=HYPERLINK("http://x")', '+1-1', '-2+3', '@SUM(1)', "'=x", "''@y"];

describe('a row of a CSV file of ours', () => {
  it.each(COMPUTED)('shields %s from a spreadsheet, and it comes back', (name) => {
    const row = csvRow([name, '1']);
    expect(row).toMatch(/^"?'/);
    const cell = row
      .slice(0, -4)
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"');
    expect(readHeading(cell, 0).name).toBe(name);
  });

  it('leaves numbers as they are, also negative ones', () => {
    expect(csvRow([-0.5, '-0.5', '+7', '-inf', -0, 'a-b'])).toBe('-0.5,-0.5,+7,-inf,-0,a-b\r\n');
  });

  it('names a channel that begins like a formula as it was', () => {
    const text = `${csvRow(['ms', '=a', '@b [+g]'])}0,1,2\r\n10,3,4\r\n`;
    const { hello } = importGuessed(new TextEncoder().encode(text));
    expect(hello?.channels).toEqual([
      { name: '=a', unit: '' },
      { name: '@b', unit: '+g' },
    ]);
  });
});
