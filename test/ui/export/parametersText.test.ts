import { spawnSync } from 'node:child_process';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';
import { createSampleLine, readFirmwareLine } from '../../../src/protocol/firmwareLine.ts';
import { parametersFile } from '../../../src/ui/export/parametersText.ts';

const ODD: Parameters = {
  ...DEFAULT_PARAMETERS,
  gamma: Math.E,
  delta: 0.999999,
  maxima: 7,
  least: 1e-7,
  memory: 0,
  meanGap: 3_600_000,
  tail: 'lower',
};

describe('exported parameters', () => {
  it('as JSON are the parameters', () => {
    expect(JSON.parse(parametersFile(ODD, 'JSON').text)).toEqual(ODD);
  });

  it('as Python make a board of the firmware that has them', async () => {
    const lines: string[] = [];
    const micropython = await loadMicroPython({
      heapsize: 4 * 1024 * 1024,
      stdout: (line) => {
        lines.push(String(line));
      },
    });
    for (const [name, source] of Object.entries(loadFirmwareFiles())) {
      if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, source);
    }
    micropython.FS.writeFile('/tidemark_parameters.py', parametersFile(ODD, 'Python').text);
    micropython.runPython(`
import sys
sys.path.append("/")
from application import Board
from tidemark_parameters import PARAMETERS
board = Board(PARAMETERS, [("x", "g")], lambda line: print(line, end=""))
board.boot()
for i in range(200):
    board.sample(i * 100, (i % 7,))
`);
    const read = lines.map((line) => {
      const bytes = new TextEncoder().encode(line);
      return readFirmwareLine(bytes, 0, bytes.length, createSampleLine());
    });
    expect(read).toContainEqual(expect.objectContaining({ type: 'parameters', parameters: ODD }));
    expect(read.filter((reading) => reading === 'sample')).toHaveLength(200);
  });

  it('as C are a header with every value and what it means', () => {
    const { text } = parametersFile(ODD, 'C');
    expect(text).toContain('.gamma = 2.718281828459045,');
    expect(text).toContain('.delta = 0.999999,');
    expect(text).toContain('.least = 1e-7,');
    expect(text).toContain('.mean_gap = 3600000.0,');
    expect(text).toContain('.memory = 0,');
    expect(text).toContain('.tail = TIDEMARK_LOWER,');
    expect(text).toContain('double gamma; /* γ Bound (σ): ');
  });

  it.skipIf(spawnSync('cc', ['--version']).status !== 0)('as C compile', () => {
    const { status, stderr } = spawnSync(
      'cc',
      ['-std=c99', '-Wall', '-Werror', '-Wno-unused', '-fsyntax-only', '-xc', '-'],
      { input: parametersFile(ODD, 'C').text, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
