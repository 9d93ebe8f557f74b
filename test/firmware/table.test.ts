import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PARAMETERS,
  NUMERIC_PARAMETERS,
  PARAMETER_NAMES,
  TAILS,
} from '../../src/detector/parameters.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

describe('the table of parameters on the board', () => {
  it('has the names, defaults and bounds of the page', () => {
    openBoard();
    micropython.runPython(`
import json
import table
highest = list(table.HIGHEST) + [None] * (len(table.NAMES) - len(table.HIGHEST))
rows = zip(table.NAMES, table.DEFAULTS, table.LOWEST, highest)
result = json.dumps([list(row) for row in rows])
`);
    const rows = JSON.parse(pythonGlobal('result')) as [string, unknown, unknown, unknown][];
    expect(rows.map(([name]) => name).sort()).toEqual([...PARAMETER_NAMES].sort());
    for (const [name, ...onBoard] of rows) {
      const here =
        name === 'tail'
          ? [DEFAULT_PARAMETERS.tail, [...TAILS], null]
          : Object.entries(NUMERIC_PARAMETERS)
              .filter(([other]) => other === name)
              .flatMap(([, { min, max }]) => [
                Object.entries(DEFAULT_PARAMETERS).find(([other]) => other === name)?.[1],
                min,
                max,
              ]);
      expect([name, ...onBoard]).toEqual([name, ...here]);
    }
  });
});
