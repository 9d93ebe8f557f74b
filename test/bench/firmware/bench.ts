/**
 * What the firmware's detector costs: time and heap per sample beside a bare Welford class in the
 * same MicroPython, and the heap that one detector's state holds. Run it with
 * `npm run bench:firmware`; the figures hold for the WebAssembly build on this machine, the ratios
 * roughly for any board.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import { benchmarkSignal } from '../../signals/benchmarkSignal.ts';

const ROUNDS = 25;
const MEASURED = ['loop', 'welford', 'level', 'drift', 'rhythm', 'season'] as const;
type Measured = (typeof MEASURED)[number];

const { values } = benchmarkSignal(1);
const micropython = await loadMicroPython({ heapsize: 64 * 1024 * 1024 });
const here = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const files = {
  ...loadFirmwareFiles(),
  'welford.py': here('welford.py'),
  'bench.py': here('bench.py'),
  'values.json': JSON.stringify(values),
};
for (const [name, text] of Object.entries(files)) {
  if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, text);
}
micropython.runPython('import sys\nsys.path.append("/")\nimport gc, bench');

/** This build collects garbage when the outermost call returns, so that it needs one of its own. */
const collect = () => micropython.runPython('gc.collect()');

function number(expression: string): number {
  micropython.runPython(`result = ${expression}`);
  return Number(Reflect.get(Object(micropython.pyimport('__main__')), 'result'));
}

/** Heap that one detector holds once its rings are full. */
function stateBytes(): number {
  collect();
  const before = number('gc.mem_alloc()');
  micropython.runPython('bench.keep_detectors()');
  collect();
  return (number('gc.mem_alloc()') - before) / number('len(bench.kept)');
}

for (let round = 0; round < ROUNDS; round++) {
  collect();
  micropython.runPython('bench.take_turns()');
}

/** In microseconds a sample. */
const time = (measured: Measured) => number(`bench.microseconds("${measured}")`);

function bytes(measured: Measured): number {
  collect();
  return number(`bench.heap("${measured}")`);
}

const row = (...cells: string[]) =>
  `${(cells[0] ?? '').padEnd(34)}${cells
    .slice(1)
    .map((cell) => cell.padStart(14))
    .join('')}\n`;
const TITLES: Record<Measured, string> = {
  loop: 'the loop alone',
  welford: 'bare Welford class',
  level: 'level alone',
  drift: 'level and drift',
  rhythm: 'level, drift and rhythm: defaults',
  season: 'these and a season',
};
let table = row('', 'us/sample', 'bytes/sample', 'x Welford');
for (const measured of MEASURED) {
  const us = time(measured);
  table += row(
    TITLES[measured],
    us.toFixed(3),
    bytes(measured).toFixed(1),
    (us / time('welford')).toFixed(2),
  );
}
table += row('heap held by one detector, N = M = 5', `${stateBytes().toFixed(0)} bytes`);
process.stdout.write(table);
