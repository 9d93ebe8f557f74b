/** Tables of simulators, of databases, of weather services and of R, as they stand in their files. */
import { describe, expect, it } from 'vitest';
import { planWords } from '../../../src/headless/readingWords.ts';
import { guess, importGuessed } from './importFile.ts';

const table = (header: string, row: (i: number) => string, count = 12) =>
  new TextEncoder().encode(
    `${header}\n${Array.from({ length: count }, (_, i) => `${row(i)}\n`).join('')}`,
  );
const text = (said: string) => new TextEncoder().encode(said);

function read(bytes: Uint8Array) {
  const { hello, samples, counts } = importGuessed(bytes);
  const [first] = samples;
  return {
    names: hello?.channels.map(({ name, unit }) => (unit ? `${name} [${unit}]` : name)),
    first: first?.values,
    firstAt: new Date(first?.toldMs ?? 0).toISOString(),
    stepMs: (samples[1]?.toldMs ?? 0) - (first?.toldMs ?? 0),
    count: samples.length,
    fault: counts.first,
  };
}

const two = (i: number) => String(i).padStart(2, '0');

describe('complex numbers of a simulator', () => {
  it('are real and imaginary part', () => {
    const bytes = table(
      'Freq.\tV(out)\tI(R1)',
      (i) => `1.0e+0${i % 9}\t9.0e-01,-1.0e-02\t1e-3,2e-3`,
    );
    expect(read(bytes)).toMatchObject({
      names: ['Freq.', 'V(out) re', 'V(out) im', 'I(R1) re', 'I(R1) im'],
      first: [1, 0.9, -0.01, 0.001, 0.002],
      count: 12,
      fault: null,
    });
  });

  it('are magnitude and phase, where it says so', () => {
    const bytes = table('Freq.\tV(out)', (i) => `${i + 1}\t(-3.${i % 9}dB,-4.5e+01°)`);
    expect(read(bytes)).toMatchObject({
      names: ['V(out) magnitude [dB]', 'V(out) phase [°]'],
      first: [-3, -45],
      count: 12,
    });
  });

  it('are none where the cells are numbers with a decimal comma', () => {
    const bytes = table('t\tx\ty', (i) => `${i}\t${i},5\t3,25`);
    expect(read(bytes)).toMatchObject({ names: ['x', 'y'], first: [0.5, 3.25] });
  });
});

describe('year, month and day in columns apart', () => {
  it.each([
    ['year,month,day,temp', (i: number) => `2024,5,${i + 1},2${i % 9}.5`, '2024-05-01', 86_400_000],
    [
      'Jahr;Monat;Tag;Stunde;temp',
      (i: number) => `2024;5;1;${i};2${i % 9},5`,
      '2024-05-01T00:00',
      3_600_000,
    ],
    [
      'YY,MM,DD,hh,mm,temp',
      (i: number) => `24,05,01,10,${two(i * 5)},2${i % 9}.5`,
      '2024-05-01T10:00',
      300_000,
    ],
    ['year,doy,temp', (i: number) => `2024,${122 + i},2${i % 9}.5`, '2024-05-01', 86_400_000],
    ['date,hour,temp', (i: number) => `2024-05-01,${i},2${i % 9}.5`, '2024-05-01', 3_600_000],
    ['Ano;Mês;temp', (i: number) => `2024;${i + 1};2${i % 9},5`, '2024-01-01', 31 * 86_400_000],
  ])('%s', (header, row, firstAt, stepMs) => {
    const seen = read(table(header, row));
    expect(seen).toMatchObject({ names: ['temp'], first: [20.5], stepMs, count: 12, fault: null });
    expect(seen.firstAt).toContain(firstAt);
  });

  it('under a comment that names them, with a line of units', () => {
    const bytes = table(
      '#YY  MM DD hh mm WDIR WSPD\n#yr  mo dy hr mn degT m/s',
      (i) => `2024 05 01 ${two(i)} 50 ${120 + (i % 3)} 5.${i % 9}`,
    );
    expect(read(bytes)).toMatchObject({
      names: ['WDIR [degT]', 'WSPD [m/s]'],
      first: [120, 5],
      firstAt: '2024-05-01T00:50:00.000Z',
      stepMs: 3_600_000,
      fault: null,
    });
  });

  it('are values beside a time, and where they are no days', () => {
    const timed = table('time,day,x', (i) => `2024-05-01 12:00:${two(i)},${i % 7},3`);
    expect(read(timed).names).toEqual(['day', 'x']);
    const others = table('year,month,day,x', (i) => `2024,${i + 5},0.5,3`);
    expect(read(others).names).toEqual(['year', 'month', 'day', 'x']);
  });

  it('are said on the command line', () => {
    const { plan } = guess(table('year,month,day,temp', (i) => `2024,5,${i + 1},2`));
    expect(planWords(plan)).toContain('time in column 1 and 2 and 3');
  });
});

describe('numbers that say whose a value is', () => {
  const header = 'id,value,feed_id,created_at';
  it('part the feeds of a table', () => {
    const bytes = table(
      header,
      (i) =>
        `0F${i}X,${i % 2 ? 40 : 20}.5,${i % 2 ? 777 : 778},2024-05-01 12:00:${two(i >> 1)} UTC`,
    );
    expect(read(bytes)).toMatchObject({ names: ['778', '777'], first: [20.5, 40.5], count: 6 });
  });

  it('are no values where there is only one', () => {
    const bytes = table(header, (i) => `0F${i}X,2${i % 9}.5,777,2024-05-01 12:00:${two(i)} UTC`);
    expect(read(bytes)).toMatchObject({ names: ['value'], first: [20.5], count: 12 });
  });

  it('as words, under the names that networks give their devices', () => {
    const bytes = table(
      'time;dev_id;temp',
      (i) => `2024-05-01T12:00:${two(i)}Z;dev${i % 2};2${i % 9}.5`,
    );
    expect(read(bytes).names).toEqual(['dev0', 'dev1']);
  });
});

describe('two short tables under each other', () => {
  it.each([
    ['as wide', 'time,temp\n0,20.5\n1,21.5\n2,22.5\n\ntime,hum\n0,40\n1,41\n2,42\n', 6],
    ['wider', 'time,temp\n0,20.5\n1,21.5\n2,22.5\n\ntime,hum,press\n0,40,1\n1,41,2\n2,42,3\n', 6],
    ['without a line between', 't,temp\n0,20.5\n1,21.5\n2,22.5\nt,b\n0,5\n1,6\n2,7\n', 5],
  ])('%s: the first is read, the other refused by its line', (_title, said, line) => {
    expect(read(text(said))).toMatchObject({
      names: ['temp'],
      first: [20.5],
      stepMs: 1000,
      count: 3,
      fault: { line, reason: { kind: 'second-table' } },
    });
  });

  it('the longer is read where the first are settings', () => {
    const settings = 'Rate,Range\n100,5\n100,5\n\nt,a,b\n';
    const bytes = text(settings + Array.from({ length: 9 }, (_, i) => `${i},${i}.5,3\n`).join(''));
    expect(read(bytes)).toMatchObject({ names: ['a', 'b'], count: 9 });
  });
});

describe('tables of R', () => {
  it.each([
    ['with blanks', '"t" "temp"', (i: number) => `"${i + 1}" ${i}.5 2${i % 9}.5`],
    ['with commas', 't,temp', (i: number) => `${i + 1},${i}.5,2${i % 9}.5`],
  ])('%s have no name over the number of the row', (_title, header, row) => {
    expect(read(table(header, row))).toMatchObject({
      names: ['temp'],
      first: [20.5],
      stepMs: 1000,
    });
  });

  it('as it prints them, with one name over day and time', () => {
    const bytes = table(
      '                 time temp hum',
      (i) => `${i + 1} 2024-05-01 12:00:${two(i)} 2${i % 9}.5  40`,
    );
    expect(read(bytes)).toMatchObject({
      names: ['temp', 'hum'],
      first: [20.5, 40],
      firstAt: '2024-05-01T12:00:00.000Z',
      stepMs: 1000,
    });
  });
});

describe('times as weather services and dashboards write them', () => {
  it.each([
    [
      'hours behind the day',
      'x;MESS_DATUM;TT',
      (i: number) => `  3987;20240501${two(i)};  2${i % 9}.5`,
    ],
    ['a colon between the digits', 'time,TT', (i: number) => `20240501:${two(i)}00,2${i % 9}.5`],
    [
      'hours of UTC in digits',
      'Data;Hora UTC;TT (°C)',
      (i: number) => `2024/05/01;${two(i)}00 UTC;2${i % 9},5`,
    ],
    [
      'day and time with a comma between, under one name',
      'Time,TT',
      (i: number) => `5/1/2024, ${i || 12}:00:00 AM,2${i % 9}.5`,
    ],
  ])('%s', (_title, header, row) => {
    const seen = read(table(header, row));
    expect(seen).toMatchObject({ stepMs: 3_600_000, count: 12, fault: null });
    expect(seen.names?.at(-1)).toMatch(/^TT/);
    expect(seen.first?.at(-1)).toBe(20.5);
    expect(seen.firstAt.slice(0, 4)).toBe('2024');
  });

  it('pandas names the index under the names of the columns', () => {
    const bytes = table(
      '                      temp  hum\ntime                           ',
      (i) => `2024-05-01 12:00:${two(i)}  2${i % 9}.5   40`,
    );
    expect(read(bytes)).toMatchObject({ names: ['temp', 'hum'], first: [20.5, 40], fault: null });
  });
});

it.each([
  ['time,data', (i: number) => `${i},${100 + i * 3}`],
  ['date,response_time', (i: number) => `2024-05-01 12:00:${two(i)},${100 + i * 3}`],
])('%s: what is called like a time and rises is the value where nothing else is', (header, row) => {
  const name = header.split(',')[1];
  expect(read(table(header, row))).toMatchObject({ names: [name], first: [100], stepMs: 1000 });
});

it('money of Brazil and digits in groups are numbers', () => {
  const bytes = table(
    'Hora;Valor;total',
    (i) => `13/05/2024 12:00:${two(i)};R$ 1.00${i % 9},50;1_500`,
  );
  expect(read(bytes)).toMatchObject({ names: ['Valor', 'total'], first: [1000.5, 1500] });
});
