import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';

const workspace = new Workspace(
  {
    'line-length': 99,
    'target-version': 'py37',
    lint: {
      select: ['E', 'F', 'W', 'I', 'B', 'UP', 'SIM', 'RET', 'BLE'],
      // Not to be had, or not wanted, in the oldest MicroPython: f-strings, chained exceptions,
      // strict zip, contextlib.
      ignore: ['UP030', 'UP031', 'UP032', 'B904', 'B905', 'SIM105'],
    },
  },
  PositionEncoding.Utf16,
);

interface Finding {
  readonly code: string | null;
  readonly message: string;
  readonly start_location: { readonly row: number };
}

describe.each(Object.entries(loadFirmwareFiles()))('%s', (_, source) => {
  it('passes the linter', () => {
    const findings = workspace.check(source) as Finding[];
    expect(findings.map((f) => `${f.start_location.row}: ${f.code} ${f.message}`)).toEqual([]);
  });

  it('is formatted', () => {
    expect(workspace.format(source)).toBe(source);
  });

  it('uses nothing newer than the oldest MicroPython has', () => {
    expect(source).not.toMatch(/\bf["']|:=|\basync\b|\bawait\b|\bimport typing|\bfrom typing/);
    expect(source).not.toMatch(/def \w+\([^)]*\*,/);
  });
});
