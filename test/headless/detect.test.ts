import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALARM, COLLECTIVE, createDetector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { benchmarkSignal } from '../signals/benchmarkSignal.ts';
import { thorough } from '../thoroughness.ts';
import { bundled, detect, detectAsProcess, finished, startProcess } from './command.ts';

/** As many as have alarms and collective anomalies among them. */
const signal = benchmarkSignal(81).values.slice(0, 4000);
const samples = `${signal.join('\n')}\n`;

/** What the detector of this process says, in the words of the command. */
function expectedLines(
  values: readonly number[],
  changes: Partial<Parameters> = {},
  timeMs?: (i: number) => number,
): string[] {
  const parameters = { ...DEFAULT_PARAMETERS, ...changes };
  const detector = createDetector(parameters);
  return values.map((value, i) => {
    const verdict = judge(detector, timeMs?.(i) ?? i * parameters.period, value);
    const bits = [OUTLIER, ALARM, COLLECTIVE].map((mask) => Number((verdict & mask) !== 0));
    return [detector.score, ...bits, detector.probability, detector.cause].join(' ');
  });
}

const linesOf = (output: string) => output.split('\n').slice(0, -1);

/** Complaints after the sentence that says what was guessed. */
const faultsOf = (complaints: string) => complaints.split('\n').slice(1, -1);

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'headless-'));
});
afterAll(() => rm(directory, { recursive: true }));

describe('detect', () => {
  it('says of each sample what the detector says', async () => {
    const expected = expectedLines(signal);
    const { exitCode, output, complaints } = await detect([], samples);
    expect(linesOf(output)).toEqual(expected);
    expect(expected.some((line) => / 1 1 \d /.test(line))).toBe(true);
    expect({ exitCode, faults: faultsOf(complaints) }).toEqual({ exitCode: 0, faults: [] });
  });

  it('takes all ten parameters by their names', async () => {
    const changes: Partial<Parameters> = {
      gamma: 2,
      delta: 0.9,
      maxima: 8,
      outliers: 3,
      meanGap: 900,
      period: 50,
      block: 16,
      memory: 128,
      fatigue: 0,
      tail: 'upper',
    };
    const args = Object.entries(changes).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const { output } = await detect(args, samples);
    expect(linesOf(output)).toEqual(expectedLines(signal, changes));
  });

  it('takes a preset, and what is given beside it over the preset', async () => {
    const { output } = await detect(['--preset', '3', '--outliers', '2'], samples);
    expect(linesOf(output)).toEqual(expectedLines(signal, { gamma: 2, maxima: 10, outliers: 2 }));
  });

  it('writes an object a line for --json', async () => {
    const { output } = await detect(['--json'], samples);
    const words = linesOf(output).map((line) => {
      const { score, outlier, alarm, collective, probability, cause } = JSON.parse(line);
      expect([outlier, alarm, collective].every((bit) => typeof bit === 'boolean')).toBe(true);
      return [score, Number(outlier), Number(alarm), Number(collective), probability, cause].join(
        ' ',
      );
    });
    expect(words).toEqual(expectedLines(signal));
  });

  it('reads a file, also one without a newline at its end', async () => {
    const file = join(directory, 'samples.txt');
    await writeFile(file, signal.join('\n'));
    const { output } = await detect([file], '');
    expect(linesOf(output)).toEqual(expectedLines(signal));
  });

  it('reads every notation of a number to the last bit', async () => {
    const texts = ['0.30000000000000004', '1e-3', '-.5', '+7.', '123456789012345678901', '2.5E2'];
    const long = Array.from({ length: 50 }, () => texts).flat();
    const { output, complaints } = await detect(['--block', '2'], `${long.join('\n')}\n`);
    expect(faultsOf(complaints)).toEqual([]);
    expect(linesOf(output)).toEqual(expectedLines(long.map(Number), { block: 2 }));
  });
});

describe('detect over a table', () => {
  const timeMs = (i: number) => i * 130;
  const table = (separator: string, number: (value: number) => string) =>
    signal.map((value, i) => [`"a${separator}b"`, timeMs(i), number(value)].join(separator));

  it('takes columns by their names', async () => {
    const lines = ['note,"time, ms",x', ...table(',', String)];
    const args = ['--column', 'x', '--time-column', 'time, ms'];
    const { output, complaints } = await detect(args, lines.join('\n'));
    expect(faultsOf(complaints)).toEqual([]);
    expect(linesOf(output)).toEqual(expectedLines(signal, {}, timeMs));
  });

  it.each([
    ['with a header', ['note,t,x']],
    ['without one', []],
  ])('takes columns by their numbers, %s', async (_, header) => {
    const lines = [...header, ...table(',', String)];
    const { output, complaints } = await detect(['--column', '3'], lines.join('\n'));
    expect(faultsOf(complaints)).toEqual([]);
    expect(linesOf(output)).toEqual(expectedLines(signal, {}, timeMs));
  });

  it('uses the times for the collective rule', async () => {
    const changes = { gamma: 2, outliers: 2, meanGap: 500 };
    const slowly = (i: number) => i * 100_000;
    const lines = signal.map((value, i) => `${value},${slowly(i)}`);
    const args = [
      '--column',
      '1',
      '--time-column',
      '2',
      '--gamma',
      '2',
      '--outliers',
      '2',
      '--meanGap',
      '500',
    ];
    const { output } = await detect(args, lines.join('\n'));
    const expected = expectedLines(signal, changes, slowly);
    expect(linesOf(output)).toEqual(expected);
    expect(expected).not.toEqual(expectedLines(signal, changes));
  });

  it('reads semicolons with decimal commas, a byte order mark and CRLF', async () => {
    const lines = ['\ufeffx;t;n', ...table(';', (value) => String(value).replace('.', ','))];
    const turned = lines.map((line, i) => (i === 0 ? line : line.split(';').reverse().join(';')));
    const { output, complaints } = await detect(['--column', 'x'], turned.join('\r\n'));
    expect(faultsOf(complaints)).toEqual([]);
    expect(linesOf(output)).toEqual(expectedLines(signal));
  });

  it('reads tabs', async () => {
    const args = ['--column', '3', '--time-column', 'none'];
    const { output } = await detect(args, table('\t', String).join('\n'));
    expect(linesOf(output)).toEqual(expectedLines(signal));
  });

  it('says which columns there are when a name is missing', async () => {
    const { exitCode, output, complaints } = await detect(['--column', 'y'], 'n,x\n1,2\n');
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(complaints).toBe('There is no column "y"; there are "n", "x".\n');
  });

  it('reports lines without the column or with a bad time', async () => {
    const args = ['--column', '1', '--time-column', '2'];
    const input = '1,0\n2\n3,x\n4,nan\n5,9\n6,10\n7,11\n';
    const { exitCode, output, complaints } = await detect(args, input);
    expect(faultsOf(complaints)).toEqual([
      'line 2: 1 fields where 2 were expected.',
      'line 3: "x" is not a time.',
      'line 4: "nan" is not a time.',
      '7 rows read, 4 of them samples, 3 left out.',
    ]);
    expect({ exitCode, lines: linesOf(output).length }).toEqual({ exitCode: 0, lines: 4 });
  });
});

describe('detect --json', () => {
  const objects = (output: string) => linesOf(output).map((line) => JSON.parse(line));

  it('writes each value with its line, time and channel, null where it is missing', async () => {
    const input = 'time,temp,hum\n2024-05-01T12:00:04Z,21,40\n2024-05-01T12:00:05Z,21.5,NA\n';
    const { output } = await detect(['--json', '--read-only'], input);
    expect(objects(output)).toEqual([
      { row: 2, time: 1_714_564_804_000, channel: 'temp', value: 21 },
      { row: 2, time: 1_714_564_804_000, channel: 'hum', value: 40 },
      { row: 3, time: 1_714_564_805_000, channel: 'temp', value: 21.5 },
      { row: 3, time: 1_714_564_805_000, channel: 'hum', value: null },
    ]);
  });

  it('takes several columns, and each series of a key column for itself', async () => {
    const wide = 'ms,a,b,c\n0,1,2,3\n10,4,5,6\n';
    const args = ['--json', '--read-only', '--column', 'a', '--column', '4'];
    const some = objects((await detect(args, wide)).output);
    expect(some.map(({ channel, value }) => [channel, value])).toEqual([
      ['a', 1],
      ['c', 3],
      ['a', 4],
      ['c', 6],
    ]);
    const long = 'tag,ms,value\nx,0,1\ny,0,2\nx,10,3\ny,10,4\n';
    const series = objects((await detect(['--json', '--column', 'y'], long)).output);
    expect(series.map(({ row, time, value }) => [row, time, value])).toEqual([
      [3, 0, 2],
      [5, 10, 4],
    ]);
  });

  it('reads a log of serial lines and a recording as any other file', async () => {
    const log = `${'boot\n'.padEnd(5)}temp:21.5,hum:40\ntemp:21.6,hum:41\ntemp:21.7,hum:42\n`;
    const read = objects((await detect(['--json', '--read-only'], log)).output);
    expect(read.map(({ channel }) => channel)).toEqual([
      'temp',
      'hum',
      'temp',
      'hum',
      'temp',
      'hum',
    ]);
    expect(read[0].row).toBe(2);
    const recording = [
      'H,tidemark=1,started=1763823456789.2,kind=tidemark,board=Raspberry Pi Pico*0F',
      'T,1763823456801.4*56',
      'h,protocol=1,firmware=tidemark,version=0.1.0,board=Raspberry Pi Pico,id=e66058388345,sensor=adc,channels=x:V,float=32,saved=0*31',
      's,0,20,1.6532*70',
    ];
    const { output } = await detect(['--json', '--read-only'], `${recording.join('\r\n')}\r\n`);
    expect(objects(output)).toEqual([
      { row: 4, time: 1_763_823_456_801.4, channel: 'x', value: 1.6532 },
    ]);
  });

  it('reads as many channels of a log as are drawn, under their whole names, and says what has no room', async () => {
    const row = (n: number, width: number) =>
      Array.from({ length: width }, (_, i) => `Temp of cell ${i}: ${n}.${i}`);
    const log = (width: number) =>
      [1, 2, 3, 4].map((n) => `${row(n, width).join(', ')}\n`).join('');
    const { output, complaints } = await detect(['--json', '--read-only'], log(40));
    expect(objects(output)).toHaveLength(4 * 40);
    expect(objects(output)[39]).toMatchObject({ channel: 'Temp of cell 39' });
    expect(complaints).not.toContain('no room');
    const wide = await detect(['--json', '--read-only'], log(67));
    expect(objects(wide.output)).toHaveLength(4 * 64);
    expect(wide.complaints).toContain('Temp of cell 63; no room for 3 more.');
  });

  it('ends with status 2 and the reason when nothing could be read', async () => {
    const { exitCode, output, complaints } = await detect(['--json'], 'hello\nworld\n');
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(complaints).toBe('There is no column of numbers besides the time.\n');
  });
});

describe('detect and bad input', () => {
  it('reports bad lines by number, skips them and judges the rest', async () => {
    const lines: string[] = signal.map(String);
    lines.splice(3000, 0, 'garbage', '', '1,5', '10x');
    const { exitCode, output, complaints } = await detect([], lines.join('\r\n'));
    expect(linesOf(output)).toEqual(expectedLines(signal));
    expect(faultsOf(complaints)).toEqual([
      'line 3001: "garbage" is not a number.',
      'line 3003: 2 fields where 1 were expected.',
      'line 3004: "10x" is not a number.',
      '4003 rows read, 4000 of them samples, 3 left out.',
    ]);
    expect(exitCode).toBe(0);
  });

  it('gives NaN and infinities a line without a verdict', async () => {
    const values = [...signal.slice(0, 500), Number.NaN, Number.NEGATIVE_INFINITY, 1e200, 9];
    const { exitCode, output, complaints } = await detect([], values.join('\n'));
    expect(linesOf(output)).toEqual(expectedLines(values));
    expect(faultsOf(complaints)).toEqual([
      'Samples without a verdict, not finite or too large: 3.',
    ]);
    expect(exitCode).toBe(0);
  });

  it('survives a line that never seems to end', async () => {
    const input = `1\n${'9'.repeat(3 << 20)}\n2\n`;
    const { output, complaints } = await detect([], input);
    expect(complaints).toContain('line 2: it is longer than 64 KiB.\n');
    expect(linesOf(output)).toEqual(expectedLines([1, 2]));
  });

  it('says of nothing that it is nothing', async () => {
    const { exitCode, output, complaints } = await detect(['--column', 'x'], '');
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(complaints).toBe('The input is empty: there is not a single row in it.\n');
  });
});

describe('detect as a process', () => {
  it('says the same, and ends with the same status', async () => {
    const expected = await detect([], samples);
    expect(expected.exitCode).toBe(0);
    expect(await detectAsProcess([], samples)).toEqual(expected);
    const refused = await detect(['--gamma', '-1'], samples);
    expect(refused.exitCode).toBe(2);
    expect(await detectAsProcess(['--gamma', '-1'], samples)).toEqual(refused);
  });

  it('judges what has come, though a chunk ends inside a number', async () => {
    const child = await startProcess([]);
    const outcome = finished(child);
    const firstVerdict = new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdin.write('1.25\n-1');
    await firstVerdict;
    child.stdin.end('2.5\n3\n');
    const { output, complaints } = await outcome;
    expect(faultsOf(complaints)).toEqual([]);
    expect(linesOf(output)).toEqual(expectedLines([1.25, -12.5, 3]));
  });

  const WITH = ['with --json', '--json'];
  it.each(thorough([WITH], [WITH, ['without --json', '']]))(
    'ends quietly when its reader has enough, %s',
    async (_, json) => {
      const file = join(directory, 'many.txt');
      await writeFile(file, samples.repeat(75));
      const script = `"$0" "$1" ${json} "$2" | head -n 1; echo "\${PIPESTATUS[0]}"`;
      const command = await bundled();
      const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>(
        (resolve) => {
          execFile(
            'bash',
            ['-c', script, process.execPath, command, file],
            (_error, stdout, stderr) => resolve({ stdout, stderr }),
          );
        },
      );
      expect(linesOf(stdout)).toHaveLength(2);
      expect(linesOf(stdout)[1]).toBe('0');
      expect(stderr.split('\n')).toHaveLength(2);
    },
  );
});

describe('detect and its arguments', () => {
  it.each([
    [['--gamma', '-1'], 'Bound γ must be above 0 and at most 20.'],
    [['--gamma', ''], 'Bound γ must be a number.'],
    [['--maxima', '3.5'], 'Maxima N must be a whole number.'],
    [['--tail', 'middle'], 'Tail must be one of both, upper, lower.'],
    [['--preset', '7'], 'The preset must be a whole number from 1 to 6.'],
    [['--preset', '1.5'], 'The preset must be a whole number from 1 to 6.'],
    [['--column', '0'], 'Columns are counted from 1.'],
    [['--time-column', '7'], 'There is no column 7; there are'],
    [['--separator', 'dash'], '--separator must be one of comma, semicolon, tab, bar, blank.'],
    [
      ['--time-format', 'years'],
      '--time-format must be one of date, s, ms, us, ns, min, h, d, excel,',
    ],
    [['--zone', 'here'], '--zone must be like UTC'],
    [['--day-first', '--month-first'], 'Either the day or the month comes first.'],
    [['--sigma', '2'], "Unknown option '--sigma'"],
    [['--json=yes'], "Option '--json' does not take an argument"],
    [['--delta'], "Option '--delta <value>' argument missing"],
    [['a.txt', 'b.txt'], 'One file at most'],
    [['/no/such/file'], 'Cannot read the samples: ENOENT'],
  ])('refuses %j with a sentence and exit status 2', async (args, sentence) => {
    const { exitCode, output, complaints } = await detect(args, '1\n2\n');
    expect(complaints).toContain(sentence);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  });

  it('explains itself', async () => {
    const { exitCode, output, complaints } = await detect(['--help'], '');
    for (const word of ['--gamma 4', '--tail both', '--time-column', '--json', '--preset']) {
      expect(output).toContain(word);
    }
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: '' });
  });
});
