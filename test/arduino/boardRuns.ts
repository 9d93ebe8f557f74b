import type { Parameters } from '../../src/detector/parameters.ts';
import { COLUMNS, type Row, type Run } from '../detector/detectorRows.ts';

/** Bytes of the numbers that a program computes with. */
export type RealBytes = 4 | 8;

/** Runs as programs/runs.h reads them. */
export function textOfRuns(runs: readonly Run[], bytes: RealBytes): string {
  return runs.map((run) => textOfRun(run, bytes)).join('');
}

function textOfRun({ parameters, steps }: Run, bytes: RealBytes): string {
  let now = parameters;
  const lines = [textOfParameters(now, bytes)];
  for (const { timeMs, x, change, restart } of steps) {
    if (restart) lines.push('r');
    if (change) {
      now = { ...now, ...change };
      lines.push(textOfParameters(now, bytes));
    }
    lines.push(`s${whole(BigInt(timeMs), 8)}${real(x, bytes)}`);
  }
  return `${lines.join('\n')}\ne\n`;
}

function textOfParameters(p: Parameters, bytes: RealBytes): string {
  const reals = [p.gamma, p.delta, p.meanGap, p.period, p.fatigue, p.least, p.drift, p.rhythm];
  return [
    'p',
    ...[...reals, p.season].map((value) => real(value, bytes)),
    whole(p.memory, 4),
    whole(p.block, 2),
    whole(p.bins, 2),
    whole(p.maxima, 1),
    whole(p.outliers, 1),
    whole(['both', 'upper', 'lower'].indexOf(p.tail), 1),
  ].join('');
}

function whole(value: number | bigint, bytes: number): string {
  return value.toString(16).padStart(2 * bytes, '0');
}

function real(value: number, bytes: RealBytes): string {
  const view = new DataView(new ArrayBuffer(8));
  if (bytes === 4) view.setFloat32(0, value);
  else view.setFloat64(0, value);
  return whole(view.getBigUint64(0) >> (bytes === 4 ? 32n : 0n), bytes);
}

/** The rows that a program wrote, cut into the runs that it was given. */
export function rowsOfText(text: string, runs: readonly Run[], bytes: RealBytes): Row[][] {
  const rows = text
    .split('\n')
    .filter((line) => /^[0-9a-f]{40,}$/.test(line))
    .map((line) => rowOfLine(line, bytes));
  let at = 0;
  return runs.map(({ steps }) => {
    at += steps.length;
    return rows.slice(at - steps.length, at);
  });
}

function rowOfLine(line: string, bytes: RealBytes): Row {
  const numbers = [Number.parseInt(line.slice(0, 2), 16), Number.parseInt(line.slice(2, 4), 16)];
  const view = new DataView(new ArrayBuffer(8));
  for (let at = 4; at < line.length; at += 2 * bytes) {
    const bits = BigInt(`0x${line.slice(at, at + 2 * bytes)}`);
    view.setBigUint64(0, bytes === 4 ? bits << 32n : bits);
    numbers.push(bytes === 4 ? view.getFloat32(0) : view.getFloat64(0));
  }
  const cells: (number | null)[] = numbers;
  if (numbers[COLUMNS.indexOf('shape')] === 0) {
    for (const column of ['location', 'shape', 'scale', 'r2'] as const) {
      cells[COLUMNS.indexOf(column)] = null;
    }
  }
  return Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? null])) as Row;
}
