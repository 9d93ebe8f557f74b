/**
 * What the firmware's detector costs: time and heap per sample beside a bare Welford class in the
 * same MicroPython, and the heap that one detector's state holds; then what a forest of ten trees, which
 * learned eight examples of each of five classes, costs to name an event and to keep. Run it with
 * `npm run bench:firmware`; the figures hold for the WebAssembly build on this machine, the ratios
 * roughly for any board.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import { PLAIN_FEATURES } from '../../../src/naming/featureTable.ts';
import { modelOf } from '../../../src/naming/model.ts';
import { writeModel } from '../../../src/naming/writeModel.ts';
import { madeExamples, trained } from '../../naming/madeForest.ts';
import { benchmarkSignal } from '../../signals/benchmarkSignal.ts';

const ROUNDS = 25;
const TREES = 10;
const MEASURED = [
  ...(['loop', 'welford', 'level', 'drift', 'rhythm', 'season'] as const),
  'naming' as const,
];
type Measured = (typeof MEASURED)[number];

const examples = madeExamples(1, 40, { features: PLAIN_FEATURES, classes: 5, telling: 8 });
const { forest } = trained(examples, { trees: TREES });
const model = writeModel(
  modelOf(forest, examples.exponents, {
    channels: ['vibration', 'temp'],
    classes: ['spike', 'burst', 'step', 'drift', 'flat'],
    confidence: 0.4,
  }),
);

const { values } = benchmarkSignal(1);
const micropython = await loadMicroPython({ heapsize: 64 * 1024 * 1024 });
const here = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const files = {
  ...loadFirmwareFiles(),
  'welford.py': here('welford.py'),
  'bench.py': here('bench.py'),
  'values.json': JSON.stringify(values),
  'model.csv': model,
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

/** Heap that the forest holds. */
function forestBytes(): number {
  collect();
  const before = number('gc.mem_alloc()');
  micropython.runPython('bench.keep_forest()');
  collect();
  return number('gc.mem_alloc()') - before;
}

const heldByForest = forestBytes();
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
  naming: `naming an event, ${TREES} trees`,
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
table += row(`heap held by ${TREES} trees`, `${heldByForest.toFixed(0)} bytes`);
table += row(`nodes, bytes of their file`, `${forest.feature.length}, ${model.length}`);
process.stdout.write(table);
